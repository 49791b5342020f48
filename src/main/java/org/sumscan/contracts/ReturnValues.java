package org.sumscan.contracts;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalLong;
import org.sumscan.contracts.abi.AbiFault;
import org.sumscan.contracts.abi.AbiWords;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.UInt256;
import org.sumscan.kernel.UInt64;
import org.sumscan.kernel.Wei;

/** Reads what a contract's function returned, strictly: empty where it is not of that type. */
public final class ReturnValues {

  private ReturnValues() {}

  /** One number of up to 256 bits. */
  public static Optional<UInt256> uint256(byte[] returned) {
    return returned.length == 32
        ? Optional.of(new AbiWords(returned).uint256(0))
        : Optional.empty();
  }

  /** One number of at most 64 bits. */
  public static Optional<UInt64> uint64(byte[] returned) {
    return uint256(returned)
        .filter(value -> value.value().bitLength() <= 64)
        .map(value -> new UInt64(value.value().longValue()));
  }

  /** One number of at most 63 bits, such as a {@code uint32}. */
  public static OptionalLong smallNumber(byte[] returned) {
    return uint256(returned)
        .filter(UInt256::fitsLong)
        .map(value -> OptionalLong.of(value.longValueExact()))
        .orElseGet(OptionalLong::empty);
  }

  /** One signed number of at most 256 bits, such as an {@code int80}. */
  public static Optional<java.math.BigInteger> signed(byte[] returned) {
    return returned.length == 32
        ? Optional.of(new java.math.BigInteger(returned))
        : Optional.empty();
  }

  /** One yes or no. */
  public static Optional<Boolean> bool(byte[] returned) {
    return uint256(returned)
        .filter(value -> value.value().bitLength() <= 1)
        .map(value -> value.value().signum() == 1);
  }

  /** One address. */
  public static Optional<Address> address(byte[] returned) {
    if (returned.length != 32) return Optional.empty();
    try {
      return Optional.of(AbiWords.address(returned, 0, "address"));
    } catch (AbiFault fault) {
      return Optional.empty();
    }
  }

  /** One word of 32 bytes. */
  public static Optional<Hash32> bytes32(byte[] returned) {
    return returned.length == 32 ? Optional.of(Hash32.of(returned)) : Optional.empty();
  }

  /** What a data handler has written down of a sample. */
  public static Optional<HandlerRecord> handlerRecord(byte[] returned) {
    AbiWords words = new AbiWords(returned);
    try {
      words.requireWords(6);
      words.requireEnd(6L * AbiWords.WORD);
      return Optional.of(
          new HandlerRecord(
              new UInt64(words.uint64(0, "label")),
              words.uint256(1),
              words.address(2, "sender"),
              new Wei(words.uint256(3).value()),
              new Wei(words.uint256(4).value()),
              words.uint256(5)));
    } catch (AbiFault fault) {
      return Optional.empty();
    }
  }

  /**
   * One text: bytes that are not UTF-8 and NUL characters, which PostgreSQL cannot hold, come back
   * as U+FFFD.
   *
   * @param most the most bytes that it may have; a longer one is empty
   */
  public static Optional<String> string(byte[] returned, int most) {
    AbiWords words = new AbiWords(returned);
    try {
      words.requireWords(2);
      return Optional.of(readable(words.bytes(0, AbiWords.WORD, most)));
    } catch (AbiFault fault) {
      return Optional.empty();
    }
  }

  /** One array of 64-bit numbers. */
  public static Optional<long[]> int64Array(byte[] returned) {
    AbiWords words = new AbiWords(returned);
    try {
      words.requireWords(2);
      return Optional.of(words.int64Array(0, AbiWords.WORD));
    } catch (AbiFault fault) {
      return Optional.empty();
    }
  }

  static String readable(byte[] utf8) {
    return new String(utf8, StandardCharsets.UTF_8).replace('\0', '\uFFFD');
  }
}
