package org.sumscan.learning;

import java.math.BigInteger;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.UInt64;

/** The nearest of the classes' centroids, over the indices of present features. */
public final class SparseNearestCentroid implements Classifier {
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
  public SparseNearestCentroid copy() {
    throw new UnsupportedOperationException(MISSING);
  }

  /**
   * Begins as the constructor does; features, values and counts are uint64, in pairs of a feature
   * and a value.
   */
  public static Start start(LearningRules rules, long[][][] centroids, long[] numSamples) {
    throw new UnsupportedOperationException(MISSING);
  }

  /** The features that a class has a value for, ascending. */
  public long[] features(int classIndex) {
    throw new UnsupportedOperationException(MISSING);
  }

  /** How many samples of a class were learnt. */
  public UInt64 numSamples(int classIndex) {
    throw new UnsupportedOperationException(MISSING);
  }

  /** What getCentroidValue answers: the centroid of a class at a feature. */
  public UInt64 centroidValue(int classIndex, long feature) {
    throw new UnsupportedOperationException(MISSING);
  }

  /** What getSquaredMagnitude answers. */
  public BigInteger squaredMagnitude(int classIndex) {
    throw new UnsupportedOperationException(MISSING);
  }

  /**
   * A model while it is being deployed: each method does what the contract's function of that name
   * does, and throws IllegalArgumentException where that reverts.
   */
  public static final class Start {
    /** Sets pairs of a feature and a value for a class. */
    public Start extendCentroid(long[][] values, UInt64 classIndex) {
      throw new UnsupportedOperationException(MISSING);
    }

    /** Adds a class. */
    public Start addClass(long[][] centroid, UInt64 numSamples) {
      throw new UnsupportedOperationException(MISSING);
    }

    /** The model as it is handed over. */
    public SparseNearestCentroid build() {
      throw new UnsupportedOperationException(MISSING);
    }
  }
}
