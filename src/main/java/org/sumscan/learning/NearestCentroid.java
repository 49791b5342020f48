package org.sumscan.learning;

import java.math.BigInteger;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.UInt64;

/** The nearest of the classes' centroids, over dense samples. */
public final class NearestCentroid implements Classifier {
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
  public NearestCentroid copy() {
    throw new UnsupportedOperationException(MISSING);
  }

  /** Begins as the constructor does. */
  public static Start start(LearningRules rules, long[][] centroids, BigInteger[] dataCounts) {
    throw new UnsupportedOperationException(MISSING);
  }

  /** The centroid of a class, a copy. */
  public long[] centroid(int classIndex) {
    throw new UnsupportedOperationException(MISSING);
  }

  /** How many samples the centroid of a class stands for. */
  public BigInteger dataCount(int classIndex) {
    throw new UnsupportedOperationException(MISSING);
  }

  /**
   * A model while it is being deployed: each method does what the contract's function of that name
   * does, and throws IllegalArgumentException where that reverts.
   */
  public static final class Start {
    /** Appends values to the centroid of a class. */
    public Start extendCentroid(long[] values, UInt64 classIndex) {
      throw new UnsupportedOperationException(MISSING);
    }

    /** Adds a class. */
    public Start addClass(long[] centroid, BigInteger dataCount) {
      throw new UnsupportedOperationException(MISSING);
    }

    /** The model as it is handed over. */
    public NearestCentroid build() {
      throw new UnsupportedOperationException(MISSING);
    }
  }
}
