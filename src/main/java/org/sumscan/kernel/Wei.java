package org.sumscan.kernel;

import java.math.BigDecimal;
import java.math.BigInteger;

/** An amount of a chain's own money in its smallest unit, exact; 10¹⁸ wei are one ETH. */
public record Wei(BigInteger amount) implements Comparable<Wei> {

  /** Nothing. */
  public static final Wei ZERO = new Wei(BigInteger.ZERO);

  /**
   * @throws IllegalArgumentException if the amount is not within 0 … 2²⁵⁶ − 1
   */
  public Wei {
    if (amount.signum() < 0 || amount.bitLength() > 256) {
      throw new IllegalArgumentException("an amount lies within 0 and 2^256 - 1 wei");
    }
  }

  /** That many wei, which must not be negative. */
  public static Wei of(long amount) {
    return new Wei(BigInteger.valueOf(amount));
  }

  /** Whether there is nothing. */
  public boolean isZero() {
    return amount.signum() == 0;
  }

  /** The sum of both. */
  public Wei plus(Wei other) {
    return new Wei(amount.add(other.amount));
  }

  /**
   * What is left.
   *
   * @throws IllegalArgumentException if the other is the larger
   */
  public Wei minus(Wei other) {
    return new Wei(amount.subtract(other.amount));
  }

  /** The smaller of both. */
  public Wei min(Wei other) {
    return compareTo(other) <= 0 ? this : other;
  }

  /** The amount in ETH, exact, without needless zeros and without an exponent. */
  public String toEth() {
    return new BigDecimal(amount, 18).stripTrailingZeros().toPlainString();
  }

  @Override
  public int compareTo(Wei other) {
    return amount.compareTo(other.amount);
  }

  /** The number of wei in decimal digits. */
  @Override
  public String toString() {
    return amount.toString();
  }
}
