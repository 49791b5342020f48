package org.sumscan.learning;

import java.math.BigInteger;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.UInt64;

/** Multinomial naive Bayes over the indices of present features. */
public final class NaiveBayes implements Classifier {
  private static final String MISSING = "not written yet";

  @Override
  public LearningRules rules() {
    throw new UnsupportedOperationException(MISSING);
  }

  @Override
  public int classCount() {
    throw new UnsupportedOperationException(MISSING);
  }

  @Override
  public Prediction predict(long[] features) {
    throw new UnsupportedOperationException(MISSING);
  }

  @Override
  public Training update(long[] features, UInt64 label) {
    throw new UnsupportedOperationException(MISSING);
  }

  @Override
  public byte[] state() {
    throw new UnsupportedOperationException(MISSING);
  }

  @Override
  public Hash32 digest() {
    throw new UnsupportedOperationException(MISSING);
  }

  @Override
  public NaiveBayes copy() {
    throw new UnsupportedOperationException(MISSING);
  }

  /**
   * Begins as the constructor does; counts of samples are uint64, features and their counts uint32.
   */
  public static Start start(
      LearningRules rules,
      long[] numSamples,
      long[][][] featureCounts,
      BigInteger totalNumFeatures,
      long smoothingFactor) {
    throw new UnsupportedOperationException(MISSING);
  }

  /** The features that some class has counted, ascending. */
  public long[] features() {
    throw new UnsupportedOperationException(MISSING);
  }

  /** How many samples of a class were learnt. */
  public UInt64 numSamples(int classIndex) {
    throw new UnsupportedOperationException(MISSING);
  }

  /** The total of the feature counts of a class. */
  public UInt64 classTotalFeatureCount(int classIndex) {
    throw new UnsupportedOperationException(MISSING);
  }

  /** How often a class has seen a feature, a uint32. */
  public long featureCount(int classIndex, long feature) {
    throw new UnsupportedOperationException(MISSING);
  }

  /** How many features there are in all. */
  public BigInteger totalNumFeatures() {
    throw new UnsupportedOperationException(MISSING);
  }

  /** The smoothing factor, a uint32 scaled by 10⁹. */
  public long smoothingFactor() {
    throw new UnsupportedOperationException(MISSING);
  }

  /**
   * A model while it is being deployed: each method does what the contract's function of that name
   * does, and throws IllegalArgumentException where that reverts.
   */
  public static final class Start {
    /** Sets pairs of a feature and its count for a class. */
    public Start initializeCounts(long[][] featureCounts, UInt64 classIndex) {
      throw new UnsupportedOperationException(MISSING);
    }

    /** Adds a class. */
    public Start addClass(UInt64 numSamples, long[][] featureCounts) {
      throw new UnsupportedOperationException(MISSING);
    }

    /** The model as it is handed over. */
    public NaiveBayes build() {
      throw new UnsupportedOperationException(MISSING);
    }
  }
}
