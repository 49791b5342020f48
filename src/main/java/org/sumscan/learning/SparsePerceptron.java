package org.sumscan.learning;

import java.math.BigInteger;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.UInt64;

/** A linear model of two classes over the indices of present features. */
public final class SparsePerceptron implements Classifier {
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
  public SparsePerceptron copy() {
    throw new UnsupportedOperationException(MISSING);
  }

  /** Begins as the constructor does. */
  public static Start start(
      LearningRules rules,
      int classCount,
      BigInteger[] weights,
      BigInteger intercept,
      long learningRate) {
    throw new UnsupportedOperationException(MISSING);
  }

  /** The indices whose weight is not zero, ascending without sign. */
  public long[] indices() {
    throw new UnsupportedOperationException(MISSING);
  }

  /** The weight of an index, an int80; zero where none was set. */
  public BigInteger weight(UInt64 index) {
    throw new UnsupportedOperationException(MISSING);
  }

  /** The intercept, an int80. */
  public BigInteger intercept() {
    throw new UnsupportedOperationException(MISSING);
  }

  /** The learning rate, a uint32 scaled by 10⁹. */
  public long learningRate() {
    throw new UnsupportedOperationException(MISSING);
  }

  /**
   * A model while it is being deployed: each method does what the contract's function of that name
   * does, and throws IllegalArgumentException where that reverts.
   */
  public static final class Start {
    /** Sets the weights of start, start + 1, and so on. */
    public Start initializeWeights(UInt64 start, BigInteger[] weights) {
      throw new UnsupportedOperationException(MISSING);
    }

    /** Sets pairs of an index and a weight. */
    public Start initializeSparseWeights(BigInteger[][] pairs) {
      throw new UnsupportedOperationException(MISSING);
    }

    /** The model as it is handed over. */
    public SparsePerceptron build() {
      throw new UnsupportedOperationException(MISSING);
    }
  }
}
