package org.sumscan.kernel;

import java.math.BigInteger;

/** An unsigned number of 256 bits, a {@code uint256} of a contract. */
public record UInt256(BigInteger value) implements Comparable<UInt256> {

  /** Nothing. */
  public static final UInt256 ZERO = new UInt256(BigInteger.ZERO);

  /**
   * @throws IllegalArgumentException if the number is not within 0 … 2²⁵⁶ − 1
   */
  public UInt256 {
    if (value.signum() < 0 || value.bitLength() > 256) {
      throw new IllegalArgumentException(
          "not within 0 and 2^256 - 1: a number of " + value.bitLength() + " bits");
    }
  }

  /** The number, which must not be negative. */
  public static UInt256 of(long value) {
    return new UInt256(BigInteger.valueOf(value));
  }

  /** Whether the number fits a {@code long}. */
  public boolean fitsLong() {
    return value.bitLength() <= 63;
  }

  /**
   * The number as a {@code long}.
   *
   * @throws ArithmeticException if it does not fit
   */
  public long longValueExact() {
    return value.longValueExact();
  }

  @Override
  public int compareTo(UInt256 other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
