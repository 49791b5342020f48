package org.sumscan.learning;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.sumscan.kernel.UInt64;

/** The class whose centroid lies nearest, over dense samples. */
public final class NearestCentroid implements Classifier {

  private static final int WORD_BYTES = 32;
  private static final BigInteger COUNT_LIMIT = BigInteger.valueOf(0xffff_ffffL);
  private static final BigInteger ORIGINAL_COUNT_LIMIT = BigInteger.ONE.shiftLeft(191);

  private final LearningRules rules;
  private final List<Centroid> centroids;

  /** Under the originals' rules there may be more or fewer than classes. */
  private final List<BigInteger> counts;

  private NearestCentroid(LearningRules rules, List<Centroid> centroids, List<BigInteger> counts) {
    this.rules = rules;
    this.centroids = centroids;
    this.counts = counts;
  }

  /**
   * Begins as the constructor does.
   *
   * @param centroids one for each class
   * @param dataCounts how many samples each centroid stands for, each a {@code uint256}
   * @throws IllegalArgumentException where the constructor reverts
   */
  public static Start start(LearningRules rules, long[][] centroids, BigInteger[] dataCounts) {
    rules.requireKind(ClassifierKind.NEAREST_CENTROID);
    if (centroids.length == 0) throw new IllegalArgumentException("there is at least one class");
    NearestCentroid model = new NearestCentroid(rules, new ArrayList<>(), new ArrayList<>());
    if (rules.version() > 1 && dataCounts.length != centroids.length) {
      throw new IllegalArgumentException("every class has its count");
    }
    for (long[] centroid : centroids) model.addCentroid(centroid);
    for (BigInteger count : dataCounts) {
      model.requireCount(count, BigInteger.ONE.shiftLeft(256));
      model.counts.add(count);
    }
    return new Start(model);
  }

  static NearestCentroid read(LearningRules rules, StateReader reader) {
    NearestCentroid model = new NearestCentroid(rules, new ArrayList<>(), new ArrayList<>());
    int classCount = reader.count(Integer.BYTES);
    reader.require(classCount > 0, "it has no class");
    for (int k = 0; k < classCount; k++) {
      long[] values = new long[reader.count(Long.BYTES)];
      for (int j = 0; j < values.length; j++) values[j] = reader.int64();
      Centroid centroid = new Centroid();
      centroid.append(values);
      model.centroids.add(centroid);
    }
    int countCount = reader.count(WORD_BYTES);
    for (int k = 0; k < countCount; k++) model.counts.add(reader.uint256());
    boolean inRange =
        countCount == classCount
            && model.counts.stream().allMatch(count -> count.compareTo(COUNT_LIMIT) <= 0);
    reader.require(rules.version() == 1 || inRange, "its counts are out of range");
    return model;
  }

  @Override
  public LearningRules rules() {
    return rules;
  }

  @Override
  public int classCount() {
    return centroids.size();
  }

  /** The centroid of a class, a copy. */
  public long[] centroid(int classIndex) {
    return centroids.get(classIndex).values();
  }

  /** How many classes have a count of samples; under the originals' rules not always all. */
  public int dataCounts() {
    return counts.size();
  }

  /** How many samples the centroid of a class stands for. */
  public BigInteger dataCount(int classIndex) {
    return counts.get(classIndex);
  }

  @Override
  public Prediction predict(long[] sample) {
    boolean known =
        rules.version() == 1
            ? centroids.getFirst().dimension() == sample.length
            : centroids.stream().allMatch(centroid -> centroid.dimension() == sample.length);
    if (!known) return new Prediction.Rejected(Rejection.WRONG_DIMENSION);
    int nearest = isSmall(sample) ? nearestOfSmall(sample) : nearestOfAny(sample);
    return nearest < 0
        ? new Prediction.Rejected(Rejection.WRONG_DIMENSION)
        : Prediction.Label.of(nearest);
  }

  @Override
  public Training update(long[] sample, UInt64 label) {
    if (Long.compareUnsigned(label.bits(), centroids.size()) >= 0) {
      return new Training.Rejected(Rejection.LABEL_OUT_OF_RANGE);
    }
    int k = (int) label.bits();
    if (centroids.get(k).dimension() != sample.length) {
      return new Training.Rejected(Rejection.WRONG_DIMENSION);
    }
    if (!UnitNorm.holds(sample)) return new Training.Rejected(Rejection.WRONG_NORM);
    if (k >= counts.size()) return new Training.Rejected(Rejection.ARITHMETIC_FAILURE);
    return rules.version() == 1 ? learnAsOriginal(k, sample) : learn(k, sample);
  }

  @Override
  public byte[] state() {
    StateWriter writer = new StateWriter(rules);
    writer.uint32(centroids.size());
    for (Centroid centroid : centroids) {
      long[] values = centroid.values();
      writer.uint32(values.length);
      for (long value : values) writer.int64(value);
    }
    writer.uint32(counts.size());
    for (BigInteger count : counts) writer.uint256(count);
    return writer.toByteArray();
  }

  @Override
  public NearestCentroid copy() {
    List<Centroid> copies = new ArrayList<>(centroids.size());
    for (Centroid centroid : centroids) copies.add(centroid.copy());
    return new NearestCentroid(rules, copies, new ArrayList<>(counts));
  }

  private boolean isSmall(long[] sample) {
    for (Centroid centroid : centroids) {
      if (!centroid.isSmall()) return false;
    }
    return Centroid.areSmall(sample);
  }

  private int nearestOfSmall(long[] sample) {
    long least = Long.MAX_VALUE;
    int nearest = 0;
    for (int k = 0; k < centroids.size(); k++) {
      long distance = centroids.get(k).distance(sample, least);
      if (distance < 0) return -1;
      if (distance < least) {
        least = distance;
        nearest = k;
      }
    }
    return nearest;
  }

  private int nearestOfAny(long[] sample) {
    BigInteger least = BigInteger.ONE.shiftLeft(256);
    int nearest = 0;
    for (int k = 0; k < centroids.size(); k++) {
      BigInteger distance = centroids.get(k).distance(sample, least);
      if (distance.signum() < 0) return -1;
      if (distance.compareTo(least) < 0) {
        least = distance;
        nearest = k;
      }
    }
    return nearest;
  }

  private Training learn(int k, long[] sample) {
    BigInteger count = counts.get(k);
    if (count.compareTo(COUNT_LIMIT) >= 0) {
      return new Training.Rejected(Rejection.DATA_COUNT_LIMIT_REACHED);
    }
    centroids.get(k).move(sample, count.longValue());
    counts.set(k, count.add(BigInteger.ONE));
    return Training.Learned.LEARNED;
  }

  /** From the limit on the originals count no further, and forget nothing but what wraps. */
  private Training learnAsOriginal(int k, long[] sample) {
    BigInteger count = counts.get(k);
    if (count.bitLength() < 32) {
      centroids.get(k).move(sample, count.longValue());
      counts.set(k, count.add(BigInteger.ONE));
    } else {
      boolean counting = count.compareTo(ORIGINAL_COUNT_LIMIT) < 0;
      BigInteger next = counting ? count.add(BigInteger.ONE) : count;
      centroids.get(k).moveWide(sample, count, next);
      counts.set(k, next);
    }
    return Training.Learned.LEARNED;
  }

  private void addCentroid(long[] values) {
    if (rules.version() == 1
        && !centroids.isEmpty()
        && centroids.getFirst().dimension() != values.length) {
      throw new IllegalArgumentException("all centroids have one dimension");
    }
    Centroid centroid = new Centroid();
    centroid.append(values);
    centroids.add(centroid);
  }

  /** Under the originals' rules the limit itself is too much; under ours it is not. */
  private void requireCount(BigInteger count, BigInteger originalLimit) {
    EvmIntegers.requireUnsigned(count, 256, "a count");
    boolean allowed =
        rules.version() == 1
            ? count.compareTo(originalLimit) < 0
            : count.compareTo(COUNT_LIMIT) <= 0;
    if (!allowed) throw new IllegalArgumentException("a count is above its limit: " + count);
  }

  /**
   * A model while it is being deployed: each method does what the contract's function of that name
   * does.
   */
  public static final class Start {

    private final NearestCentroid model;

    private Start(NearestCentroid model) {
      this.model = model;
    }

    /**
     * Appends values to the centroid of a class.
     *
     * @throws IllegalArgumentException if there is no such class
     */
    public Start extendCentroid(long[] values, UInt64 classIndex) {
      if (Long.compareUnsigned(classIndex.bits(), model.centroids.size()) >= 0) {
        throw new IllegalArgumentException("there is no class " + classIndex);
      }
      model.centroids.get((int) classIndex.bits()).append(values);
      return this;
    }

    /**
     * Adds a class.
     *
     * @param dataCount how many samples the centroid stands for, a {@code uint256}
     * @throws IllegalArgumentException where the contract reverts
     */
    public Start addClass(long[] centroid, BigInteger dataCount) {
      model.requireCount(dataCount, ORIGINAL_COUNT_LIMIT);
      model.addCentroid(centroid);
      model.counts.add(dataCount);
      return this;
    }

    /** The model as it is by now. */
    public NearestCentroid build() {
      return model.copy();
    }
  }
}
