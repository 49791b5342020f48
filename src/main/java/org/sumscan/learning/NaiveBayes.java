package org.sumscan.learning;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.sumscan.kernel.UInt64;

/** Multinomial naive Bayes over the indices of present features. */
public final class NaiveBayes implements Classifier {

  private static final int CLASS_BYTES = 20;
  private static final long TOO_HIGH_FOR_ORIGINALS = 1L << 33;
  private static final BigInteger MOST_FEATURES = BigInteger.ONE.shiftLeft(32);

  private final LearningRules rules;
  private final List<BayesClass> classes;
  private final BigInteger totalNumFeatures;
  private final long smoothingFactor;
  private final BayesJudge judge;

  private NaiveBayes(
      LearningRules rules,
      List<BayesClass> classes,
      BigInteger totalNumFeatures,
      long smoothingFactor,
      BayesJudge judge) {
    this.rules = rules;
    this.classes = classes;
    this.totalNumFeatures = totalNumFeatures;
    this.smoothingFactor = smoothingFactor;
    this.judge = judge;
  }

  /**
   * Begins as the constructor does.
   *
   * @param numSamples how many samples each class starts with, each the bits of a {@code uint64}
   * @param featureCounts for each class pairs of a feature and its count, each a {@code uint32}
   * @param totalNumFeatures how many features there are, a {@code uint256}
   * @param smoothingFactor a {@code uint32}
   * @throws IllegalArgumentException where the constructor reverts
   */
  public static Start start(
      LearningRules rules,
      long[] numSamples,
      long[][][] featureCounts,
      BigInteger totalNumFeatures,
      long smoothingFactor) {
    rules.requireKind(ClassifierKind.NAIVE_BAYES);
    EvmIntegers.requireUnsigned(totalNumFeatures, 256, "the number of features");
    EvmIntegers.requireUint32(smoothingFactor, "the smoothing factor");
    if (rules.version() > 1 && !isFeatureCount(totalNumFeatures)) {
      throw new IllegalArgumentException("the number of features lies within 1 and 2^32");
    }
    if (numSamples.length == 0) throw new IllegalArgumentException("there is at least one class");
    if (numSamples.length != featureCounts.length) {
      throw new IllegalArgumentException("every class has its counts");
    }
    Start start = new Start(empty(rules, totalNumFeatures, smoothingFactor));
    for (int k = 0; k < numSamples.length; k++) {
      start.addClass(new UInt64(numSamples[k]), featureCounts[k]);
    }
    return start;
  }

  private static NaiveBayes empty(
      LearningRules rules, BigInteger totalNumFeatures, long smoothingFactor) {
    BayesJudge judge =
        rules.version() == 1
            ? new BayesProducts(totalNumFeatures, smoothingFactor)
            : new BayesLogarithms(totalNumFeatures, smoothingFactor);
    return new NaiveBayes(rules, new ArrayList<>(), totalNumFeatures, smoothingFactor, judge);
  }

  static NaiveBayes read(LearningRules rules, StateReader reader) {
    BigInteger totalNumFeatures = reader.uint256();
    NaiveBayes model = empty(rules, totalNumFeatures, reader.uint32());
    reader.require(
        rules.version() == 1 || isFeatureCount(totalNumFeatures),
        "its number of features is out of range");
    int count = reader.count(CLASS_BYTES);
    reader.require(count > 0, "it has no class");
    for (int k = 0; k < count; k++) {
      model.classes.add(BayesClass.read(reader, rules.version() > 1));
    }
    return model;
  }

  private static boolean isFeatureCount(BigInteger number) {
    return number.signum() > 0 && number.compareTo(MOST_FEATURES) <= 0;
  }

  @Override
  public LearningRules rules() {
    return rules;
  }

  @Override
  public int classCount() {
    return classes.size();
  }

  /** The features that some class has counted, ascending. */
  public long[] features() {
    return classes.stream()
        .flatMapToLong(counted -> LongStream.of(counted.countedFeatures()))
        .sorted()
        .distinct()
        .toArray();
  }

  /** How many samples a class has. */
  public UInt64 numSamples(int classIndex) {
    return new UInt64(classes.get(classIndex).numSamples());
  }

  /** How many features all samples of a class had, repeats included. */
  public UInt64 classTotalFeatureCount(int classIndex) {
    return new UInt64(classes.get(classIndex).totalCount());
  }

  /** How often a feature was in the samples of a class, a {@code uint32}. */
  public long featureCount(int classIndex, long feature) {
    return classes.get(classIndex).count(feature);
  }

  /** How many features there are, a {@code uint256}. */
  public BigInteger totalNumFeatures() {
    return totalNumFeatures;
  }

  /** The smoothing factor, a {@code uint32} scaled by 10⁹. */
  public long smoothingFactor() {
    return smoothingFactor;
  }

  @Override
  public Prediction predict(long[] sample) {
    if (rules.version() > 1 && hasOtherThanUint32(sample)) {
      return new Prediction.Rejected(Rejection.INDEX_OUT_OF_RANGE);
    }
    return judge.predict(classes, sample);
  }

  @Override
  public Training update(long[] sample, UInt64 label) {
    if (Long.compareUnsigned(label.bits(), classes.size()) >= 0) {
      return new Training.Rejected(Rejection.LABEL_OUT_OF_RANGE);
    }
    int classIndex = (int) label.bits();
    BayesClass counted = classes.get(classIndex);
    if (rules.version() == 1 ? hasTooHigh(sample) : hasOtherThanUint32(sample)) {
      return new Training.Rejected(Rejection.INDEX_OUT_OF_RANGE);
    }
    if (!learn(counted, sample)) return new Training.Rejected(Rejection.COUNT_OVERFLOW);
    judge.forget(classIndex);
    return Training.Learned.LEARNED;
  }

  @Override
  public byte[] state() {
    StateWriter writer = new StateWriter(rules);
    writer.uint256(totalNumFeatures);
    writer.uint32(smoothingFactor);
    writer.uint32(classes.size());
    for (BayesClass counted : classes) counted.write(writer);
    return writer.toByteArray();
  }

  @Override
  public NaiveBayes copy() {
    List<BayesClass> copies = new ArrayList<>(classes.size());
    for (BayesClass counted : classes) copies.add(counted.copy());
    return new NaiveBayes(rules, copies, totalNumFeatures, smoothingFactor, judge.copy());
  }

  private static boolean hasTooHigh(long[] sample) {
    for (long feature : sample) {
      if (feature >= TOO_HIGH_FOR_ORIGINALS) return true;
    }
    return false;
  }

  private static boolean hasOtherThanUint32(long[] sample) {
    long seen = 0;
    for (long feature : sample) seen |= feature;
    return seen >>> 32 != 0;
  }

  /** The originals bound only the number of samples. */
  private boolean learn(BayesClass counted, long[] sample) {
    if (rules.version() > 1) return counted.learnChecked(sample);
    if (counted.numSamples() == -1) return false;
    counted.learnWrapping(sample);
    return true;
  }

  /**
   * A model while it is being deployed: each method does what the contract's function of that name
   * does.
   */
  public static final class Start {

    private final NaiveBayes model;

    private Start(NaiveBayes model) {
      this.model = model;
    }

    /**
     * Sets pairs of a feature and its count for a class, the last of several for one feature. Under
     * the originals' rules the total grows by every pair, also by one that replaces another.
     *
     * @throws IllegalArgumentException where the contract reverts
     */
    public Start initializeCounts(long[][] featureCounts, UInt64 classIndex) {
      if (Long.compareUnsigned(classIndex.bits(), model.classes.size()) >= 0) {
        throw new IllegalArgumentException("there is no class " + classIndex);
      }
      check(featureCounts);
      set(model.classes.get((int) classIndex.bits()), featureCounts);
      model.judge.forget((int) classIndex.bits());
      return this;
    }

    /**
     * Adds a class.
     *
     * @param featureCounts pairs of a feature and its count, each a {@code uint32}
     * @throws IllegalArgumentException where the contract reverts
     */
    public Start addClass(UInt64 numSamples, long[][] featureCounts) {
      check(featureCounts);
      BayesClass added = new BayesClass(numSamples.bits());
      set(added, featureCounts);
      model.classes.add(added);
      return this;
    }

    /** The model as it is by now. */
    public NaiveBayes build() {
      return model.copy();
    }

    private void check(long[][] featureCounts) {
      for (long[] pair : featureCounts) {
        Pairs.check(model.rules, pair.length);
        EvmIntegers.requireUint32(pair[0], "a feature's index");
        EvmIntegers.requireUint32(pair[1], "a count");
      }
    }

    private void set(BayesClass counted, long[][] featureCounts) {
      for (long[] pair : featureCounts) {
        long replaced = model.rules.version() == 1 ? 0 : counted.count(pair[0]);
        counted.setCount(pair[0], pair[1]);
        counted.setTotalCount(counted.totalCount() + pair[1] - replaced);
      }
    }
  }
}
