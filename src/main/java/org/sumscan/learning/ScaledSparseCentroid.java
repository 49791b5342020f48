package org.sumscan.learning;

import java.math.BigInteger;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The centroid of one class as the originals keep it: a value is written only when its feature is
 * present, together with the class's number of samples then, and scaled when it is read.
 */
final class ScaledSparseCentroid {

  private static final int WORD_BITS = 256;
  private static final int SMALL_BITS = 31;
  private static final long LOW_32_BITS = 0xffff_ffffL;
  private static final BigInteger TWO = BigInteger.TWO;

  private final FeatureIndex features;
  private long[] values;
  private long[] counts;
  private long numSamples;
  private BigInteger squaredMagnitude;

  ScaledSparseCentroid(long numSamples, BigInteger squaredMagnitude) {
    this(new FeatureIndex(), new long[8], new long[8], numSamples, squaredMagnitude);
  }

  private ScaledSparseCentroid(
      FeatureIndex features,
      long[] values,
      long[] counts,
      long numSamples,
      BigInteger squaredMagnitude) {
    this.features = features;
    this.values = values;
    this.counts = counts;
    this.numSamples = numSamples;
    this.squaredMagnitude = squaredMagnitude;
  }

  ScaledSparseCentroid copy() {
    return new ScaledSparseCentroid(
        features.copy(), values.clone(), counts.clone(), numSamples, squaredMagnitude);
  }

  long numSamples() {
    return numSamples;
  }

  BigInteger squaredMagnitude() {
    return squaredMagnitude;
  }

  /** The features that have ever been written, ascending. */
  long[] writtenFeatures() {
    return Arrays.stream(features.sorted()).filter(this::isWritten).toArray();
  }

  /** The value as it was written, the bits of a {@code uint64}. */
  long storedValue(long feature) {
    int slot = features.find(feature);
    return slot < 0 ? 0 : values[slot];
  }

  /** The class's number of samples when the value was written, the bits of a {@code uint64}. */
  long storedCount(long feature) {
    int slot = features.find(feature);
    return slot < 0 ? 0 : counts[slot];
  }

  /** The value at the present number of samples, or nothing where it divides by zero. */
  @Nullable BigInteger value(long feature) {
    int slot = features.find(feature);
    return slot < 0 ? scaled(0, 0) : scaled(values[slot], counts[slot]);
  }

  void store(long feature, long value, long count) {
    int slot = slot(feature);
    values[slot] = value;
    counts[slot] = count;
  }

  /** Sets a value to start with; the square of one that it replaces stays in the magnitude. */
  void start(long feature, long value) {
    store(feature & LOW_32_BITS, value, numSamples);
    BigInteger square = EvmIntegers.unsigned(value).pow(2);
    squaredMagnitude = EvmIntegers.wrapUnsigned(squaredMagnitude.add(square), WORD_BITS);
  }

  /**
   * {@code |c|² + F · Σ(F − 2·c[f])} as a {@code uint256}, which a negative distance wraps to; null
   * where it divides by zero.
   */
  @Nullable BigInteger distance(long[] sample) {
    Sum128 sum = new Sum128();
    BigInteger wide = BigInteger.ZERO;
    for (long feature : sample) {
      int slot = features.find(feature & LOW_32_BITS);
      long value = slot < 0 ? 0 : values[slot];
      long count = slot < 0 ? 0 : counts[slot];
      if (count == numSamples && value >>> SMALL_BITS == 0) {
        sum.add(EvmIntegers.F - 2 * value);
      } else if ((value | count | numSamples) >>> SMALL_BITS == 0 && numSamples != 0) {
        sum.add(EvmIntegers.F - 2 * (value * count / numSamples));
      } else {
        BigInteger scaled = scaled(value, count);
        if (scaled == null) return null;
        wide = wide.add(EvmIntegers.BIG_F).subtract(scaled.multiply(TWO));
      }
    }
    BigInteger total = wide.add(sum.value()).multiply(EvmIntegers.BIG_F).add(squaredMagnitude);
    return EvmIntegers.wrapUnsigned(total, WORD_BITS);
  }

  /** Whether the sample was learnt; nothing changes if not. */
  boolean learn(long[] sample) {
    long n = numSamples;
    long next = n + 1;
    if (next * next == 0 || n == 0 && sample.length > 0) return false;
    SquaredChange change = new SquaredChange();
    int[] slots = new int[sample.length];
    long[] undo = new long[2 * sample.length];
    for (int i = 0; i < sample.length; i++) {
      int slot = slot(sample[i] & LOW_32_BITS);
      slots[i] = slot;
      undo[2 * i] = values[slot];
      undo[2 * i + 1] = counts[slot];
      long before = Long.divideUnsigned(values[slot] * counts[slot], n);
      long after = movedBy(before, n, next);
      change.replace(before, after);
      values[slot] = after;
      counts[slot] = next;
    }
    BigInteger magnitude = change.applyTo(squaredMagnitude, n, next);
    if (magnitude == null) {
      for (int i = sample.length - 1; i >= 0; i--) {
        values[slots[i]] = undo[2 * i];
        counts[slots[i]] = undo[2 * i + 1];
      }
      return false;
    }
    squaredMagnitude = magnitude;
    numSamples = next;
    return true;
  }

  /** {@code ⌊(n·value + F)/next⌋ mod 2⁶⁴}. */
  private static long movedBy(long value, long n, long next) {
    if ((value | n) >>> SMALL_BITS == 0) return (n * value + EvmIntegers.F) / next;
    return EvmIntegers.unsigned(n)
        .multiply(EvmIntegers.unsigned(value))
        .add(EvmIntegers.BIG_F)
        .divide(EvmIntegers.unsigned(next))
        .longValue();
  }

  private @Nullable BigInteger scaled(long value, long count) {
    if (count == numSamples) return EvmIntegers.unsigned(value);
    if (numSamples == 0) return null;
    return EvmIntegers.unsigned(value)
        .multiply(EvmIntegers.unsigned(count))
        .divide(EvmIntegers.unsigned(numSamples));
  }

  private boolean isWritten(long feature) {
    return (storedValue(feature) | storedCount(feature)) != 0;
  }

  private int slot(long feature) {
    int slot = features.findOrAdd(feature);
    if (slot == values.length) {
      values = Arrays.copyOf(values, 2 * slot);
      counts = Arrays.copyOf(counts, 2 * slot);
    }
    return slot;
  }
}
