package org.sumscan.learning;

import java.math.BigInteger;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.UInt64;

/** A linear model of two classes over dense samples. */
public final class DensePerceptron implements Classifier {
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
  public DensePerceptron copy() {
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

  /** How many weights there are. */
  public int dimension() {
    throw new UnsupportedOperationException(MISSING);
  }

  /** A weight, an int80. */
  public BigInteger weight(int index) {
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
    /** Appends weights. */
    public Start initializeWeights(BigInteger[] weights) {
      throw new UnsupportedOperationException(MISSING);
    }

    /** The model as it is handed over. */
    public DensePerceptron build() {
      throw new UnsupportedOperationException(MISSING);
    }
  }
}
