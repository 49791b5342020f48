package org.sumscan.indexer;

import java.math.BigInteger;
import java.util.List;
import org.sumscan.contracts.Topics;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.Hex;
import org.web3j.abi.FunctionEncoder;
import org.web3j.abi.datatypes.DynamicArray;
import org.web3j.abi.datatypes.DynamicBytes;
import org.web3j.abi.datatypes.Function;
import org.web3j.abi.datatypes.generated.Bytes32;
import org.web3j.abi.datatypes.generated.Int64;
import org.web3j.abi.datatypes.generated.Uint256;
import org.web3j.abi.datatypes.generated.Uint64;

/**
 * Calls to the forger, and bytes of events for it to emit, written by another encoder than ours.
 */
final class ForgerCalls {

  private ForgerCalls() {}

  static byte[] addMany(int count, int width, long first) {
    return call(
        new Function(
            "addMany",
            List.of(
                new Uint256(BigInteger.valueOf(count)),
                new Uint256(BigInteger.valueOf(width)),
                new Int64(first)),
            List.of()));
  }

  static byte[] emitLog(List<Hash32> topics, byte[] data) {
    List<Bytes32> words = topics.stream().map(topic -> new Bytes32(topic.bytes())).toList();
    return call(
        new Function(
            "emitLog",
            List.of(new DynamicArray<>(Bytes32.class, words), new DynamicBytes(data)),
            List.of()));
  }

  /** A refund and, after it, the event of ours that says of which sample. */
  static byte[] emitClaim(Address recipient, long amount, Hash32 key) {
    return call(
        new Function(
            "emitClaim",
            List.of(
                new org.web3j.abi.datatypes.Address(recipient.lowerCase()),
                new Uint256(amount),
                new Bytes32(key.bytes())),
            List.of()));
  }

  static List<Hash32> addDataTopics(Address sender) {
    return List.of(Topics.ADD_DATA, topic(sender));
  }

  static Hash32 topic(Address address) {
    byte[] word = new byte[32];
    System.arraycopy(address.bytes(), 0, word, 12, 20);
    return Hash32.of(word);
  }

  static byte[] addData(long[] features, long label, long time, long cost) {
    return Hex.bytes(
        "0x"
            + FunctionEncoder.encodeConstructor(
                List.of(
                    new DynamicArray<>(
                        Int64.class,
                        java.util.Arrays.stream(features).mapToObj(Int64::new).toList()),
                    new Uint64(label),
                    new Uint256(time),
                    new Uint256(cost))));
  }

  static byte[] payment(Address recipient, long amount) {
    return Hex.bytes(
        "0x"
            + FunctionEncoder.encodeConstructor(
                List.of(
                    new org.web3j.abi.datatypes.Address(recipient.lowerCase()),
                    new Uint256(amount))));
  }

  static byte[] amount(long amount) {
    return Hex.bytes("0x" + FunctionEncoder.encodeConstructor(List.of(new Uint256(amount))));
  }

  private static byte[] call(Function function) {
    return Hex.bytes(FunctionEncoder.encode(function));
  }
}
