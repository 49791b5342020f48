package org.sumscan.registration.validation.subject;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.sumscan.chain.BoundedCall;
import org.sumscan.chain.BoundedCallResult;
import org.sumscan.chain.ChainNode;
import org.sumscan.contracts.ContractFunction;
import org.sumscan.contracts.ReturnValues;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.BlockRef;
import org.sumscan.kernel.UInt256;
import org.sumscan.kernel.UInt64;

/**
 * A contract that nobody trusts: asked each question twice, by two callers with different gas, so
 * that one that answers as it suits it is noticed.
 *
 * @param at the block whose state answers
 * @param again the block whose state answers the second time: another one for what must not change
 */
public record UntrustedContract(ChainNode node, Address address, BlockRef at, BlockRef again) {

  /** The most gas for reading one value. */
  static final long GETTER_GAS = 5_000_000;

  /** What a transaction may use at most, so that what needs more can never be mined. */
  public static final long TRANSACTION_GAS = 1 << 24;

  /** The most bytes of an answer, of which a word is the usual one. */
  static final int ANSWER_BYTES = 70_000;

  private static final Address STRANGER = Address.of("0x5e1f00000000000000000000000000000000d06e");

  /** A contract at one block. */
  public static UntrustedContract of(ChainNode node, Address address, BlockRef at) {
    return new UntrustedContract(node, address, at, at);
  }

  /** This contract, whose second answer is by the state of an earlier block. */
  UntrustedContract since(BlockRef earlier) {
    return new UntrustedContract(node, address, at, earlier);
  }

  public byte[] code() {
    return node.code(address, at);
  }

  /** A text of at most {@link #ANSWER_BYTES}. */
  public ContractAnswer<String> text(ContractFunction function, Object... arguments) {
    return bytes(function, arguments)
        .read(
            data -> ReturnValues.string(data, ANSWER_BYTES),
            data -> "answers with " + data.length + " bytes that are no text");
  }

  public ContractAnswer<Address> address(ContractFunction function, Object... arguments) {
    return bytes(function, arguments)
        .read(
            ReturnValues::address,
            data -> "answers with " + data.length + " bytes that are no address");
  }

  /** A number of at most so many bits. */
  public ContractAnswer<BigInteger> number(
      int bits, ContractFunction function, Object... arguments) {
    return bytes(function, arguments)
        .read(
            data -> number(data, bits),
            data ->
                "answers with " + data.length + " bytes that are no number of " + bits + " bits");
  }

  private static Optional<BigInteger> number(byte[] data, int bits) {
    return ReturnValues.uint256(data)
        .map(UInt256::value)
        .filter(value -> value.bitLength() <= bits);
  }

  private ContractAnswer<byte[]> bytes(ContractFunction function, Object... arguments) {
    return bytes(function.call(arguments), GETTER_GAS);
  }

  /** Whatever a call answers, the same both times. */
  ContractAnswer<byte[]> bytes(byte[] input, long gas) {
    ContractAnswer<byte[]> first = said(ask(Address.ZERO, input, gas, at));
    ContractAnswer<byte[]> second = said(ask(STRANGER, input, gas - gas / 7, again));
    if (first instanceof ContractAnswer.Value<byte[]>(byte[] one)
        && second instanceof ContractAnswer.Value<byte[]>(byte[] two)
        && Arrays.equals(one, two)) {
      return first;
    }
    if (first instanceof ContractAnswer.Nothing<byte[]> nothing) return nothing;
    return new ContractAnswer.Nothing<>("answers differently each time that it is asked");
  }

  /** The label that it predicts. */
  public ContractAnswer<UInt64> predict(long[] features) {
    return bytes(ContractFunction.PREDICT.call((Object) features), TRANSACTION_GAS)
        .read(
            ReturnValues::uint64,
            data -> "answers with " + data.length + " bytes that are no label of 64 bits");
  }

  /** Whether it answers a question with anything at all. */
  public boolean answers(ContractFunction function, Object... arguments) {
    return ask(Address.ZERO, function.call(arguments), GETTER_GAS, at)
            instanceof BoundedCallResult.Returned(byte[] data)
        && data.length >= 32;
  }

  public BoundedCallResult ask(Address from, byte[] input, long gas, BlockRef block) {
    return node.probe(new BoundedCall(from, address, input, gas, ANSWER_BYTES), block);
  }

  private static ContractAnswer<byte[]> said(BoundedCallResult result) {
    return switch (result) {
      case BoundedCallResult.Returned(byte[] data) when data.length == 0 ->
          new ContractAnswer.Nothing<>("answers with nothing");
      case BoundedCallResult.Returned(byte[] data) -> new ContractAnswer.Value<>(data);
      case BoundedCallResult.Reverted reverted -> new ContractAnswer.Nothing<>("reverts");
      case BoundedCallResult.Exhausted exhausted ->
          new ContractAnswer.Nothing<>("uses up all the gas that it is given");
      case BoundedCallResult.TooLarge large ->
          new ContractAnswer.Nothing<>("answers with more than " + ANSWER_BYTES + " bytes");
    };
  }
}
