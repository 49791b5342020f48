package org.sumscan.learning;

import java.math.BigInteger;
import java.util.List;

/**
 * The originals' way: a product that is rounded down after every feature, and so ends at 0 for most
 * real samples.
 */
record BayesProducts(BigInteger totalNumFeatures, long smoothingFactor) implements BayesJudge {

  private static final int WORD_BITS = 256;
  private static final long LOW_32_BITS = 0xffff_ffffL;

  @Override
  public Prediction predict(List<BayesClass> classes, long[] sample) {
    BigInteger smoothing = totalNumFeatures.multiply(BigInteger.valueOf(smoothingFactor));
    if (smoothing.bitLength() > WORD_BITS) return failure();
    int best = 0;
    BigInteger most = BigInteger.ZERO;
    for (int k = 0; k < classes.size(); k++) {
      BayesClass counted = classes.get(k);
      BigInteger denominator =
          EvmIntegers.wrapUnsigned(
              EvmIntegers.unsigned(counted.totalCount()).multiply(EvmIntegers.BIG_F).add(smoothing),
              WORD_BITS);
      if (denominator.signum() == 0 && sample.length > 0) return failure();
      BigInteger product = product(counted, sample, denominator);
      if (product.signum() < 0) return failure();
      if (product.compareTo(most) > 0) {
        most = product;
        best = k;
      }
    }
    return Prediction.Label.of(best);
  }

  @Override
  public void forget(int classIndex) {}

  @Override
  public BayesJudge copy() {
    return this;
  }

  /** What the contract computes for a class, or -1 where it reverts. */
  private BigInteger product(BayesClass counted, long[] sample, BigInteger denominator) {
    BigInteger product = EvmIntegers.unsigned(counted.numSamples()).multiply(EvmIntegers.BIG_F);
    for (long feature : sample) {
      if (product.signum() == 0) return product;
      long chance = EvmIntegers.F * counted.count(feature & LOW_32_BITS) + smoothingFactor;
      product = product.multiply(BigInteger.valueOf(chance));
      if (product.bitLength() > WORD_BITS) return BigInteger.ONE.negate();
      product = product.divide(denominator);
    }
    return product;
  }

  private static Prediction failure() {
    return new Prediction.Rejected(Rejection.ARITHMETIC_FAILURE);
  }
}
