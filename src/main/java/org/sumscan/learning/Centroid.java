package org.sumscan.learning;

import java.math.BigInteger;
import java.util.Arrays;

/** The centroid of one class over dense samples. */
final class Centroid {

  /** The square of a difference of two numbers that are no larger fits a long. */
  private static final long SMALL = 1_500_000_000L;

  private long[] values;
  private int dimension;
  private boolean small = true;

  Centroid() {
    values = new long[0];
  }

  private Centroid(Centroid other) {
    values = other.values.clone();
    dimension = other.dimension;
    small = other.small;
  }

  Centroid copy() {
    return new Centroid(this);
  }

  int dimension() {
    return dimension;
  }

  long[] values() {
    return Arrays.copyOf(values, dimension);
  }

  void append(long[] more) {
    if (dimension + more.length > values.length) {
      values = Arrays.copyOf(values, Math.max(dimension + more.length, 2 * values.length));
    }
    System.arraycopy(more, 0, values, dimension, more.length);
    dimension += more.length;
    small = small && areSmall(more);
  }

  boolean isSmall() {
    return small;
  }

  static boolean areSmall(long[] numbers) {
    for (long number : numbers) {
      if (number > SMALL || number < -SMALL) return false;
    }
    return true;
  }

  /**
   * {@code Σ ⌊(xⱼ − cⱼ)²/F⌋} when both are small, or no less than the limit as soon as the sum is;
   * -1 when it needs a value that the centroid has not.
   */
  long distance(long[] sample, long limit) {
    long distance = 0;
    for (int j = 0; j < sample.length; j++) {
      if (j == dimension) return -1;
      long difference = sample[j] - values[j];
      distance += difference * difference / EvmIntegers.F;
      if (distance >= limit) return distance;
    }
    return distance;
  }

  /** The same for numbers of any size. */
  BigInteger distance(long[] sample, BigInteger limit) {
    BigInteger distance = BigInteger.ZERO;
    for (int j = 0; j < sample.length; j++) {
      if (j == dimension) return BigInteger.ONE.negate();
      BigInteger difference = BigInteger.valueOf(sample[j]).subtract(BigInteger.valueOf(values[j]));
      distance = distance.add(difference.multiply(difference).divide(EvmIntegers.BIG_F));
      if (distance.compareTo(limit) >= 0) return distance;
    }
    return distance;
  }

  /** Moves by one sample of the same dimension: {@code cⱼ = trunc((cⱼ·n + xⱼ)/(n + 1))}. */
  void move(long[] sample, long count) {
    if (small && count >>> 31 == 0) {
      for (int j = 0; j < dimension; j++) {
        values[j] = (values[j] * count + sample[j]) / (count + 1);
      }
    } else {
      BigInteger divisor = BigInteger.valueOf(count).add(BigInteger.ONE);
      moveWide(sample, BigInteger.valueOf(count), divisor);
    }
    small = small && areSmall(sample);
  }

  /** The same as the originals compute it for any {@code uint256}, wrapping as they do. */
  void moveWide(long[] sample, BigInteger count, BigInteger divisor) {
    BigInteger factor = EvmIntegers.wrapSigned(count, 256);
    BigInteger signedDivisor = EvmIntegers.wrapSigned(divisor, 256);
    small = true;
    for (int j = 0; j < dimension; j++) {
      BigInteger product =
          EvmIntegers.wrapSigned(BigInteger.valueOf(values[j]).multiply(factor), 256);
      BigInteger sum = EvmIntegers.wrapSigned(product.add(BigInteger.valueOf(sample[j])), 256);
      values[j] = EvmIntegers.wrapSigned(sum.divide(signedDivisor), 256).longValue();
      small &= values[j] <= SMALL && values[j] >= -SMALL;
    }
  }
}
