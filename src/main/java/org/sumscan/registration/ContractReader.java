package org.sumscan.registration;

import java.math.BigInteger;
import java.util.Optional;
import org.sumscan.chain.BoundedCall;
import org.sumscan.chain.BoundedCallResult;
import org.sumscan.chain.ChainNode;
import org.sumscan.contracts.ContractFunction;
import org.sumscan.contracts.ReturnValues;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.BlockRef;
import org.sumscan.kernel.UInt256;

/**
 * A contract of a stranger at one block, asked for values one at a time; empty where it reverts or
 * answers anything but a value of that type.
 */
public record ContractReader(ChainNode node, Address address, BlockRef at) {

  private static final long GAS = 10_000_000;
  private static final int ANSWER_BYTES = 70_000;

  boolean exists() {
    return node.code(address, at).length > 0;
  }

  boolean answers(ContractFunction function, Object... arguments) {
    return returned(function, arguments).isPresent();
  }

  /**
   * @param most the most bytes that it may have
   */
  Optional<String> text(int most, ContractFunction function, Object... arguments) {
    return returned(function, arguments).flatMap(data -> ReturnValues.string(data, most));
  }

  Optional<Address> address(ContractFunction function) {
    return returned(function).flatMap(ReturnValues::address);
  }

  Optional<BigInteger> number(int bits, ContractFunction function, Object... arguments) {
    return returned(function, arguments)
        .flatMap(ReturnValues::uint256)
        .map(UInt256::value)
        .filter(value -> value.bitLength() <= bits);
  }

  private Optional<byte[]> returned(ContractFunction function, Object... arguments) {
    BoundedCall question =
        new BoundedCall(Address.ZERO, address, function.call(arguments), GAS, ANSWER_BYTES);
    return node.probe(question, at) instanceof BoundedCallResult.Returned(byte[] data)
            && data.length > 0
        ? Optional.of(data)
        : Optional.empty();
  }
}
