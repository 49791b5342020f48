package org.sumscan.learning;

import java.math.BigInteger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A growing list of {@code int80} numbers: longs as long as all of them fit, big numbers from then
 * on.
 */
final class Int80s {

  static final int BITS = 80;

  /** Below this size, positive or negative, a product of two factors and many sums of it fit. */
  private static final int WEIGHT_BITS = 62;

  private static final int FACTOR_BITS = 32;

  private long[] narrow;
  private BigInteger @Nullable [] wide;
  private int size;

  Int80s() {
    narrow = new long[8];
  }

  private Int80s(Int80s other) {
    narrow = other.narrow.clone();
    wide = other.wide == null ? null : other.wide.clone();
    size = other.size;
  }

  Int80s copy() {
    return new Int80s(this);
  }

  int size() {
    return size;
  }

  BigInteger get(int index) {
    return wide == null ? BigInteger.valueOf(narrow[index]) : wide[index];
  }

  boolean isZero(int index) {
    return wide == null ? narrow[index] == 0 : wide[index].signum() == 0;
  }

  /** Makes the list longer by zeros. */
  void growTo(int newSize) {
    if (wide == null) {
      if (newSize > narrow.length) {
        narrow = Arrays.copyOf(narrow, Math.max(newSize, 2 * narrow.length));
      }
    } else {
      if (newSize > wide.length) {
        wide = Arrays.copyOf(wide, Math.max(newSize, 2 * wide.length));
      }
      Arrays.fill(wide, size, newSize, BigInteger.ZERO);
    }
    size = newSize;
  }

  void set(int index, BigInteger value) {
    if (wide == null && value.bitLength() < Long.SIZE) {
      narrow[index] = value.longValue();
    } else {
      widened()[index] = value;
    }
  }

  /** Adds to a number, and wraps as an {@code int80} does. */
  void addWrapping(int index, long summand) {
    if (wide == null && fitsLong(narrow[index], summand)) {
      narrow[index] += summand;
    } else {
      BigInteger sum = get(index).add(BigInteger.valueOf(summand));
      widened()[index] = EvmIntegers.wrapSigned(sum, BITS);
    }
  }

  /** Whether the sum stays an {@code int80}. */
  boolean canAdd(int index, long summand) {
    return wide == null || wide[index].add(BigInteger.valueOf(summand)).bitLength() < BITS;
  }

  /** Whether {@code start + Σ numberᵢ · factorᵢ} is positive; one factor for each number. */
  boolean isDotProductPositive(BigInteger start, long[] factors) {
    if (wide == null) {
      Sum128 sum = new Sum128(start);
      long numberBits = 0;
      long factorBits = 0;
      for (int i = 0; i < size; i++) {
        long number = narrow[i];
        long factor = factors[i];
        numberBits |= number ^ number >> Long.SIZE - 1;
        factorBits |= factor ^ factor >> Long.SIZE - 1;
        sum.addProduct(number, factor);
      }
      if (numberBits >>> WEIGHT_BITS == 0 && factorBits >>> FACTOR_BITS == 0) {
        return sum.isPositive();
      }
    }
    BigInteger sum = start;
    for (int i = 0; i < size; i++) {
      sum = sum.add(get(i).multiply(BigInteger.valueOf(factors[i])));
    }
    return sum.signum() > 0;
  }

  /** Whether {@code start} and the numbers at these indices, -1 for a zero, sum up above zero. */
  boolean isSumPositive(BigInteger start, int[] indices) {
    if (wide == null) {
      Sum128 sum = new Sum128(start);
      for (int index : indices) {
        if (index >= 0) sum.add(narrow[index]);
      }
      return sum.isPositive();
    }
    BigInteger sum = start;
    for (int index : indices) {
      if (index >= 0) sum = sum.add(wide[index]);
    }
    return sum.signum() > 0;
  }

  private BigInteger[] widened() {
    if (wide == null) {
      BigInteger[] all = new BigInteger[size];
      for (int i = 0; i < size; i++) all[i] = BigInteger.valueOf(narrow[i]);
      wide = all;
    }
    return wide;
  }

  private static boolean fitsLong(long left, long right) {
    long sum = left + right;
    return ((left ^ sum) & (right ^ sum)) >= 0;
  }
}
