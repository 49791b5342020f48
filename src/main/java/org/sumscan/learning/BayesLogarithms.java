package org.sumscan.learning;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;

/** Our way: sums of logarithms, as precise for a long sample as for a short one. */
final class BayesLogarithms implements BayesJudge {

  /** Up to so many features a score fits a long, whatever the counts. */
  private static final int LONGEST_FAST_SAMPLE = 4096;

  private static final int CACHED_COUNTS = 1 << 12;
  private static final long UNKNOWN = Long.MIN_VALUE;

  private final BigInteger totalNumFeatures;
  private final long smoothingFactor;
  private long[] chances = new long[0];
  private long[] shares = new long[0];
  private long[] totals = new long[0];

  BayesLogarithms(BigInteger totalNumFeatures, long smoothingFactor) {
    this.totalNumFeatures = totalNumFeatures;
    this.smoothingFactor = smoothingFactor;
  }

  @Override
  public Prediction predict(List<BayesClass> classes, long[] sample) {
    makeRoom(classes.size());
    int best =
        sample.length <= LONGEST_FAST_SAMPLE ? fast(classes, sample) : exact(classes, sample);
    return Prediction.Label.of(best);
  }

  @Override
  public void forget(int classIndex) {
    if (classIndex < shares.length) {
      shares[classIndex] = UNKNOWN;
      totals[classIndex] = UNKNOWN;
    }
  }

  @Override
  public BayesJudge copy() {
    return new BayesLogarithms(totalNumFeatures, smoothingFactor);
  }

  private int fast(List<BayesClass> classes, long[] sample) {
    long slack = slack(sample);
    int best = -1;
    long bestScore = 0;
    for (int k = 0; k < classes.size(); k++) {
      BayesClass counted = classes.get(k);
      if (!isPossible(counted, sample)) continue;
      long score = share(k, counted);
      for (long feature : sample) score += chance(counted.count(feature));
      if (sample.length > 0) score -= sample.length * total(k, counted);
      if (best < 0 || score - bestScore > slack) {
        best = k;
        bestScore = score;
      }
    }
    return Math.max(best, 0);
  }

  private int exact(List<BayesClass> classes, long[] sample) {
    BigInteger slack = BigInteger.valueOf(slack(sample));
    int best = -1;
    BigInteger bestScore = BigInteger.ZERO;
    for (int k = 0; k < classes.size(); k++) {
      BayesClass counted = classes.get(k);
      if (!isPossible(counted, sample)) continue;
      Sum128 sum = new Sum128();
      sum.add(share(k, counted));
      for (long feature : sample) sum.add(chance(counted.count(feature)));
      sum.addProduct(-sample.length, total(k, counted));
      if (best < 0 || sum.value().subtract(bestScore).compareTo(slack) > 0) {
        best = k;
        bestScore = sum.value();
      }
    }
    return Math.max(best, 0);
  }

  private static long slack(long[] sample) {
    return 4L * sample.length + 4;
  }

  private boolean isPossible(BayesClass counted, long[] sample) {
    if (counted.numSamples() == 0) return false;
    if (smoothingFactor > 0) return true;
    for (long feature : sample) {
      if (counted.count(feature) == 0) return false;
    }
    return true;
  }

  private long chance(long count) {
    if (count >= CACHED_COUNTS) return logarithmOfChance(count);
    if (count >= chances.length) grow(count);
    int place = (int) count;
    if (chances[place] == UNKNOWN) chances[place] = logarithmOfChance(count);
    return chances[place];
  }

  private long logarithmOfChance(long count) {
    return BinaryLogarithm.of(BigInteger.valueOf(EvmIntegers.F * count + smoothingFactor));
  }

  private long share(int k, BayesClass counted) {
    if (shares[k] == UNKNOWN) {
      shares[k] = BinaryLogarithm.of(EvmIntegers.unsigned(counted.numSamples()));
    }
    return shares[k];
  }

  private long total(int k, BayesClass counted) {
    if (totals[k] == UNKNOWN) {
      BigInteger smoothing = totalNumFeatures.multiply(BigInteger.valueOf(smoothingFactor));
      totals[k] =
          BinaryLogarithm.of(
              EvmIntegers.unsigned(counted.totalCount())
                  .multiply(EvmIntegers.BIG_F)
                  .add(smoothing));
    }
    return totals[k];
  }

  private void grow(long count) {
    int known = chances.length;
    chances = Arrays.copyOf(chances, Math.min(CACHED_COUNTS, Math.max(64, 2 * (int) count)));
    Arrays.fill(chances, known, chances.length, UNKNOWN);
  }

  private void makeRoom(int classCount) {
    int known = shares.length;
    if (known == classCount) return;
    shares = Arrays.copyOf(shares, classCount);
    totals = Arrays.copyOf(totals, classCount);
    Arrays.fill(shares, known, classCount, UNKNOWN);
    Arrays.fill(totals, known, classCount, UNKNOWN);
  }
}
