package org.sumscan.learning;

import java.math.BigInteger;
import java.util.Arrays;
import org.sumscan.kernel.UInt64;

/**
 * A linear model of two classes over the indices of present features: the sign of the intercept and
 * the sum of the features' weights.
 */
public final class SparsePerceptron implements Classifier {

  private static final int ENTRY_BYTES = 18;

  private final LearningRules rules;
  private final int classCount;
  private final BigInteger intercept;
  private final long learningRate;
  private final FeatureIndex features;
  private final Int80s weights;

  private SparsePerceptron(
      LearningRules rules,
      int classCount,
      BigInteger intercept,
      long learningRate,
      FeatureIndex features,
      Int80s weights) {
    this.rules = rules;
    this.classCount = classCount;
    this.intercept = intercept;
    this.learningRate = learningRate;
    this.features = features;
    this.weights = weights;
  }

  /**
   * Begins as the constructor does.
   *
   * @param classCount how many names it is given
   * @param weights of the features 0, 1, 2 and so on, each an {@code int80}
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
    PerceptronClasses.check(rules, ClassifierKind.SPARSE_PERCEPTRON, classCount);
    SparsePerceptron model =
        new SparsePerceptron(
            rules,
            classCount,
            EvmIntegers.requireSigned(intercept, Int80s.BITS, "the intercept"),
            EvmIntegers.requireUint32(learningRate, "the learning rate"),
            new FeatureIndex(),
            new Int80s());
    return new Start(model).initializeWeights(new UInt64(0), weights);
  }

  static SparsePerceptron read(LearningRules rules, StateReader reader) {
    SparsePerceptron model =
        new SparsePerceptron(
            rules,
            PerceptronClasses.read(rules, reader),
            reader.int80(),
            reader.uint32(),
            new FeatureIndex(),
            new Int80s());
    int count = reader.count(ENTRY_BYTES);
    long previous = 0;
    for (int i = 0; i < count; i++) {
      long feature = reader.int64();
      reader.requireAscending(i == 0, previous, feature);
      BigInteger weight = reader.int80();
      reader.require(weight.signum() != 0, "it names a weight of 0");
      model.set(feature, weight);
      previous = feature;
    }
    return model;
  }

  @Override
  public LearningRules rules() {
    return rules;
  }

  @Override
  public int classCount() {
    return classCount;
  }

  /** The features whose weight is not 0, ascending, each the bits of a {@code uint64}. */
  public long[] indices() {
    long[] sorted = features.sorted();
    int count = 0;
    for (long feature : sorted) {
      if (!weights.isZero(features.find(feature))) sorted[count++] = feature;
    }
    return Arrays.copyOf(sorted, count);
  }

  /** The weight of a feature, an {@code int80}; 0 where none was set. */
  public BigInteger weight(UInt64 feature) {
    int slot = features.find(feature.bits());
    return slot < 0 ? BigInteger.ZERO : weights.get(slot);
  }

  /** The intercept, an {@code int80}. */
  public BigInteger intercept() {
    return intercept;
  }

  /** The learning rate, a {@code uint32} scaled by 10⁹. */
  public long learningRate() {
    return learningRate;
  }

  @Override
  public Prediction predict(long[] sample) {
    if (hasNegative(sample)) return new Prediction.Rejected(Rejection.INDEX_OUT_OF_RANGE);
    return Prediction.Label.of(isPositive(sample) ? 1 : 0);
  }

  @Override
  public Training update(long[] sample, UInt64 label) {
    if (rules.version() > 1 && Long.compareUnsigned(label.bits(), classCount) >= 0) {
      return new Training.Rejected(Rejection.LABEL_OUT_OF_RANGE);
    }
    if (hasNegative(sample)) return new Training.Rejected(Rejection.INDEX_OUT_OF_RANGE);
    if (label.bits() == (isPositive(sample) ? 1 : 0)) return Training.Learned.LEARNED;
    return move(sample, label.bits() == 0 ? -learningRate : learningRate);
  }

  @Override
  public byte[] state() {
    StateWriter writer = new StateWriter(rules);
    writer.uint32(classCount);
    writer.int80(intercept);
    writer.uint32(learningRate);
    long[] indices = indices();
    writer.uint32(indices.length);
    for (long feature : indices) {
      writer.int64(feature);
      writer.int80(weights.get(features.find(feature)));
    }
    return writer.toByteArray();
  }

  @Override
  public SparsePerceptron copy() {
    return new SparsePerceptron(
        rules, classCount, intercept, learningRate, features.copy(), weights.copy());
  }

  private boolean isPositive(long[] sample) {
    int[] slots = new int[sample.length];
    for (int i = 0; i < slots.length; i++) slots[i] = features.find(sample[i]);
    return weights.isSumPositive(intercept, slots);
  }

  private Training move(long[] sample, long step) {
    for (int i = 0; i < sample.length; i++) {
      int slot = slot(sample[i]);
      if (rules.version() > 1 && !weights.canAdd(slot, step)) {
        for (int j = 0; j < i; j++) weights.addWrapping(slot(sample[j]), -step);
        return new Training.Rejected(Rejection.WEIGHT_OVERFLOW);
      }
      weights.addWrapping(slot, step);
    }
    return Training.Learned.LEARNED;
  }

  private void set(long feature, BigInteger weight) {
    weights.set(slot(feature), weight);
  }

  private int slot(long feature) {
    int slot = features.findOrAdd(feature);
    if (slot == weights.size()) weights.growTo(slot + 1);
    return slot;
  }

  private static boolean hasNegative(long[] sample) {
    long signs = 0;
    for (long feature : sample) signs |= feature;
    return signs < 0;
  }

  /**
   * A model while it is being deployed: each method does what the contract's function of that name
   * does.
   */
  public static final class Start {

    private final SparsePerceptron model;

    private Start(SparsePerceptron model) {
      this.model = model;
    }

    /**
     * Sets the weights of the features {@code start}, {@code start + 1} and so on, which come round
     * to 0 after 2⁶⁴ − 1.
     *
     * @throws IllegalArgumentException if one is not an {@code int80}
     */
    public Start initializeWeights(UInt64 start, BigInteger[] weights) {
      for (BigInteger weight : weights) EvmIntegers.requireSigned(weight, Int80s.BITS, "a weight");
      long end = start.bits() + weights.length;
      boolean comesRound = end != 0 && Long.compareUnsigned(end, start.bits()) < 0;
      if (model.rules.version() > 1 && comesRound) {
        throw new IllegalArgumentException("a feature's index does not fit a uint64");
      }
      for (int i = 0; i < weights.length; i++) model.set(start.bits() + i, weights[i]);
      return this;
    }

    /**
     * Sets pairs of a feature and a weight, the last of several for one feature. Under the
     * originals' rules a negative feature stands for its low 64 bits.
     *
     * @throws IllegalArgumentException where the contract reverts
     */
    public Start initializeSparseWeights(BigInteger[][] pairs) {
      for (BigInteger[] pair : pairs) {
        Pairs.check(model.rules, pair.length);
        EvmIntegers.requireSigned(pair[0], Int80s.BITS, "a feature's index");
        EvmIntegers.requireSigned(pair[1], Int80s.BITS, "a weight");
        boolean negative = model.rules.version() > 1 && pair[0].signum() < 0;
        if (negative || pair[0].bitLength() > Long.SIZE) {
          throw new IllegalArgumentException("a feature's index does not fit a uint64");
        }
      }
      for (BigInteger[] pair : pairs) model.set(pair[0].longValue(), pair[1]);
      return this;
    }

    /** The model as it is by now. */
    public SparsePerceptron build() {
      return model.copy();
    }
  }
}
