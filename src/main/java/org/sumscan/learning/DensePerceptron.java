package org.sumscan.learning;

import java.math.BigInteger;
import org.sumscan.kernel.UInt64;

/**
 * A linear model of two classes over dense samples: the sign of the intercept and the weighted sum
 * of the sample's values.
 */
public final class DensePerceptron implements Classifier {

  private static final int WEIGHT_BYTES = 10;

  private final LearningRules rules;
  private final int classCount;
  private final BigInteger intercept;
  private final BigInteger scaledIntercept;
  private final long learningRate;
  private final Int80s weights;

  private DensePerceptron(
      LearningRules rules,
      int classCount,
      BigInteger intercept,
      long learningRate,
      Int80s weights) {
    this.rules = rules;
    this.classCount = classCount;
    this.intercept = intercept;
    // The originals add it to sums that are scaled once more than it is.
    this.scaledIntercept = rules.version() == 1 ? intercept : intercept.multiply(EvmIntegers.BIG_F);
    this.learningRate = learningRate;
    this.weights = weights;
  }

  /**
   * Begins as the constructor does.
   *
   * @param classCount how many names it is given
   * @param weights each an {@code int80}
   * @param intercept an {@code int80}
   * @param learningRate a {@code uint32}
   * @throws IllegalArgumentException where the constructor reverts
   */
  public static Start start(
      LearningRules rules,
      int classCount,
      BigInteger[] weights,
      BigInteger intercept,
      long learningRate) {
    PerceptronClasses.check(rules, ClassifierKind.DENSE_PERCEPTRON, classCount);
    DensePerceptron model =
        new DensePerceptron(
            rules,
            classCount,
            EvmIntegers.requireSigned(intercept, Int80s.BITS, "the intercept"),
            EvmIntegers.requireUint32(learningRate, "the learning rate"),
            new Int80s());
    return new Start(model).initializeWeights(weights);
  }

  static DensePerceptron read(LearningRules rules, StateReader reader) {
    int classCount = PerceptronClasses.read(rules, reader);
    BigInteger intercept = reader.int80();
    long learningRate = reader.uint32();
    Int80s weights = new Int80s();
    weights.growTo(reader.count(WEIGHT_BYTES));
    for (int i = 0; i < weights.size(); i++) weights.set(i, reader.int80());
    return new DensePerceptron(rules, classCount, intercept, learningRate, weights);
  }

  @Override
  public LearningRules rules() {
    return rules;
  }

  @Override
  public int classCount() {
    return classCount;
  }

  /** How many weights there are. */
  public int dimension() {
    return weights.size();
  }

  /** A weight, an {@code int80}. */
  public BigInteger weight(int index) {
    return weights.get(index);
  }

  /** The intercept, an {@code int80}, scaled once. */
  public BigInteger intercept() {
    return intercept;
  }

  /** The learning rate, a {@code uint32} scaled by 10⁹. */
  public long learningRate() {
    return learningRate;
  }

  @Override
  public Prediction predict(long[] features) {
    if (features.length != weights.size()) {
      return new Prediction.Rejected(Rejection.WRONG_DIMENSION);
    }
    return Prediction.Label.of(isPositive(features) ? 1 : 0);
  }

  @Override
  public Training update(long[] features, UInt64 label) {
    if (rules.version() > 1 && Long.compareUnsigned(label.bits(), classCount) >= 0) {
      return new Training.Rejected(Rejection.LABEL_OUT_OF_RANGE);
    }
    if (features.length != weights.size()) {
      return new Training.Rejected(Rejection.WRONG_DIMENSION);
    }
    if (!UnitNorm.holds(features)) return new Training.Rejected(Rejection.WRONG_NORM);
    if (label.bits() == (isPositive(features) ? 1 : 0)) return Training.Learned.LEARNED;
    return move(features, label.bits() == 0 ? -1 : 1);
  }

  @Override
  public byte[] state() {
    StateWriter writer = new StateWriter(rules);
    writer.uint32(classCount);
    writer.int80(intercept);
    writer.uint32(learningRate);
    writer.uint32(weights.size());
    for (int i = 0; i < weights.size(); i++) writer.int80(weights.get(i));
    return writer.toByteArray();
  }

  @Override
  public DensePerceptron copy() {
    return new DensePerceptron(rules, classCount, intercept, learningRate, weights.copy());
  }

  private boolean isPositive(long[] features) {
    return weights.isDotProductPositive(scaledIntercept, features);
  }

  private Training move(long[] features, int sign) {
    if (rules.version() > 1) {
      for (int i = 0; i < features.length; i++) {
        if (!weights.canAdd(i, step(features[i], sign))) {
          return new Training.Rejected(Rejection.WEIGHT_OVERFLOW);
        }
      }
    }
    for (int i = 0; i < features.length; i++) {
      weights.addWrapping(i, step(features[i], sign));
    }
    return Training.Learned.LEARNED;
  }

  /** Fits, as a sample of norm 1 has no value above 1.1 · 10⁹ and the rate is a uint32. */
  private long step(long value, int sign) {
    return sign * (value * learningRate / EvmIntegers.F);
  }

  /**
   * A model while it is being deployed: each method does what the contract's function of that name
   * does.
   */
  public static final class Start {

    private final DensePerceptron model;

    private Start(DensePerceptron model) {
      this.model = model;
    }

    /**
     * Appends weights, each an {@code int80}.
     *
     * @throws IllegalArgumentException if one is not
     */
    public Start initializeWeights(BigInteger[] more) {
      for (BigInteger weight : more) EvmIntegers.requireSigned(weight, Int80s.BITS, "a weight");
      int from = model.weights.size();
      model.weights.growTo(from + more.length);
      for (int i = 0; i < more.length; i++) model.weights.set(from + i, more[i]);
      return this;
    }

    /** The model as it is by now. */
    public DensePerceptron build() {
      return model.copy();
    }
  }
}
