package org.sumscan.learning;

import java.math.BigInteger;

/** A running sum in 128 bits with a sign; whoever adds sees to it that the sum fits. */
final class Sum128 {

  private static final BigInteger UNSIGNED_LONGS = BigInteger.ONE.shiftLeft(Long.SIZE);

  private long high;
  private long low;

  /** Starts from a number that fits. */
  Sum128(BigInteger start) {
    high = start.shiftRight(Long.SIZE).longValue();
    low = start.longValue();
  }

  Sum128() {}

  void add(long summand) {
    add(summand >> Long.SIZE - 1, summand);
  }

  void addProduct(long left, long right) {
    add(Math.multiplyHigh(left, right), left * right);
  }

  boolean isPositive() {
    return high > 0 || high == 0 && low != 0;
  }

  BigInteger value() {
    BigInteger value = BigInteger.valueOf(high).shiftLeft(Long.SIZE).add(BigInteger.valueOf(low));
    return low < 0 ? value.add(UNSIGNED_LONGS) : value;
  }

  private void add(long summandHigh, long summandLow) {
    low += summandLow;
    high += summandHigh;
    if (Long.compareUnsigned(low, summandLow) < 0) high++;
  }
}
