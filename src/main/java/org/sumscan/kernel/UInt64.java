package org.sumscan.kernel;

import java.math.BigInteger;

/**
 * An unsigned number of 64 bits, a {@code uint64} of a contract; {@code bits} holds it as Java can.
 */
public record UInt64(long bits) implements Comparable<UInt64> {

  /**
   * Reads a decimal number.
   *
   * @throws IllegalArgumentException if the text is not a number within 0 … 2⁶⁴ − 1
   */
  public static UInt64 of(String text) {
    try {
      return new UInt64(Long.parseUnsignedLong(text));
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(
          "not a whole number within 0 and 2^64 - 1: " + Hex.clipped(text), e);
    }
  }

  /** The number as it is, without a sign. */
  public BigInteger toBigInteger() {
    return new BigInteger(toString());
  }

  @Override
  public int compareTo(UInt64 other) {
    return Long.compareUnsigned(bits, other.bits);
  }

  @Override
  public String toString() {
    return Long.toUnsignedString(bits);
  }
}
