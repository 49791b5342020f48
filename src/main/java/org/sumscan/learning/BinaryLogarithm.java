package org.sumscan.learning;

import java.math.BigInteger;

/**
 * The base-2 logarithm with 44 fractional bits that naive Bayes adds up under our rules; every
 * rounding is specified in {@code contracts/LEARNING-RULES.md}.
 */
final class BinaryLogarithm {

  private static final int MANTISSA_BITS = 63;
  private static final int SERIES_BITS = 60;

  /** √2 · 2⁶³. */
  private static final BigInteger CENTRE = new BigInteger("13043817825332782212");

  private static final long[] COEFFICIENTS = {
    326144226817697683L,
    368827433579149260L,
    475244878817349338L,
    665325569927341993L,
    1108876091701803734L,
    3326628274460992780L
  };

  private BinaryLogarithm() {}

  /** The logarithm of a number of at least 1. */
  static long of(BigInteger x) {
    int exponent = x.bitLength() - 1;
    BigInteger mantissa = x.shiftLeft(MANTISSA_BITS).shiftRight(exponent);
    long z =
        mantissa
            .subtract(CENTRE)
            .shiftLeft(SERIES_BITS)
            .divide(mantissa.add(CENTRE))
            .longValueExact();
    long square = scaledProduct(z, z);
    long sum = COEFFICIENTS[0];
    for (int i = 1; i < COEFFICIENTS.length; i++) {
      sum = COEFFICIENTS[i] + scaledProduct(sum, square);
    }
    long series = scaledProduct(z, sum);
    return ((long) exponent << 44) + (1L << 43) + (series >> 16);
  }

  /** {@code ⌊left · right / 2⁶⁰⌋}. */
  private static long scaledProduct(long left, long right) {
    long high = Math.multiplyHigh(left, right);
    return high << Long.SIZE - SERIES_BITS | left * right >>> SERIES_BITS;
  }
}
