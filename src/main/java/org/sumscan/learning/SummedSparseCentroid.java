package org.sumscan.learning;

import java.math.BigInteger;
import java.util.Arrays;

/** The centroid of one class as we keep it: exact sums, to be divided by the number of samples. */
final class SummedSparseCentroid {

  private static final BigInteger F_SQUARED = EvmIntegers.BIG_F.pow(2);
  private static final BigInteger TWICE_F = EvmIntegers.BIG_F.shiftLeft(1);

  private FeatureIndex features;
  private long[] sums;
  private long numSamples;
  private BigInteger sumOfSquares;

  SummedSparseCentroid(long numSamples) {
    this(new FeatureIndex(), new long[8], numSamples, BigInteger.ZERO);
  }

  private SummedSparseCentroid(
      FeatureIndex features, long[] sums, long numSamples, BigInteger sumOfSquares) {
    this.features = features;
    this.sums = sums;
    this.numSamples = numSamples;
    this.sumOfSquares = sumOfSquares;
  }

  SummedSparseCentroid copy() {
    return new SummedSparseCentroid(features.copy(), sums.clone(), numSamples, sumOfSquares);
  }

  long numSamples() {
    return numSamples;
  }

  /** What sums are divided by: the number of samples, but 1 while there are none. */
  long divisor() {
    return Math.max(numSamples, 1);
  }

  BigInteger sumOfSquares() {
    return sumOfSquares;
  }

  long sum(long feature) {
    int slot = features.find(feature);
    return slot < 0 ? 0 : sums[slot];
  }

  /** The features whose sum is not 0, ascending. */
  long[] summedFeatures() {
    return Arrays.stream(features.sorted()).filter(feature -> sum(feature) != 0).toArray();
  }

  void setSum(long feature, long sum) {
    sumOfSquares = sumOfSquares.subtract(square(sum(feature))).add(square(sum));
    int slot = slot(feature);
    sums[slot] = sum;
  }

  /**
   * The squared distance less {@code F²} for each feature, times the square of the divisor.
   *
   * @param distinct features, none twice
   */
  BigInteger distance(long[] distinct) {
    Sum128 total = new Sum128();
    for (long feature : distinct) total.add(sum(feature));
    return sumOfSquares.subtract(
        total.value().multiply(TWICE_F).multiply(BigInteger.valueOf(divisor())));
  }

  /**
   * Learns a sample; the number of samples must be below its limit.
   *
   * @param distinct features, none twice
   */
  void learn(long[] distinct) {
    if (numSamples == 0) {
      features = new FeatureIndex();
      sums = new long[8];
      sumOfSquares = BigInteger.ZERO;
    }
    Sum128 total = new Sum128();
    for (long feature : distinct) {
      int slot = slot(feature);
      total.add(sums[slot]);
      sums[slot] += EvmIntegers.F;
    }
    BigInteger squares = F_SQUARED.multiply(BigInteger.valueOf(distinct.length));
    sumOfSquares = sumOfSquares.add(total.value().multiply(TWICE_F)).add(squares);
    numSamples++;
  }

  private int slot(long feature) {
    int slot = features.findOrAdd(feature);
    if (slot == sums.length) sums = Arrays.copyOf(sums, 2 * slot);
    return slot;
  }

  private static BigInteger square(long sum) {
    return BigInteger.valueOf(sum).pow(2);
  }
}
