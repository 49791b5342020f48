package org.sumscan.learning;

/** The norm that dense samples need to be learnt from: 1, but for what rounding does. */
final class UnitNorm {

  private static final long ONE_SQUARED = EvmIntegers.F * EvmIntegers.F;
  private static final long TOLERANCE = 100 * EvmIntegers.F;
  private static final long LARGEST_VALUE = 1_000_000_050L;

  private UnitNorm() {}

  /** Whether the sum of squares lies strictly between {@code F² − 100·F} and {@code F² + 100·F}. */
  static boolean holds(long[] values) {
    long sum = 0;
    for (long value : values) {
      if (value > LARGEST_VALUE || value < -LARGEST_VALUE) return false;
      sum += value * value;
      if (sum >= ONE_SQUARED + TOLERANCE) return false;
    }
    return sum > ONE_SQUARED - TOLERANCE;
  }
}
