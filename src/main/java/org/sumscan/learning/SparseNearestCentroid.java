package org.sumscan.learning;

import java.math.BigInteger;
import org.sumscan.kernel.UInt64;

/** The class whose centroid lies nearest, over the indices of present features. */
public abstract sealed class SparseNearestCentroid implements Classifier
    permits ScaledSparseCentroids, SummedSparseCentroids {

  SparseNearestCentroid() {}

  /**
   * Begins as the constructor does.
   *
   * @param centroids for each class pairs of a feature and a value, each the bits of a {@code
   *     uint64}
   * @param numSamples how many samples each centroid stands for, each the bits of a {@code uint64}
   * @throws IllegalArgumentException where the constructor reverts
   */
  public static Start start(LearningRules rules, long[][][] centroids, long[] numSamples) {
    rules.requireKind(ClassifierKind.SPARSE_NEAREST_CENTROID);
    if (centroids.length == 0) throw new IllegalArgumentException("there is at least one class");
    boolean counted =
        rules.version() == 1
            ? numSamples.length >= centroids.length
            : numSamples.length == centroids.length;
    if (!counted) throw new IllegalArgumentException("every class has its count");
    Start start =
        new Start(rules.version() == 1 ? new ScaledSparseCentroids() : new SummedSparseCentroids());
    for (int k = 0; k < centroids.length; k++) {
      start.addClass(centroids[k], new UInt64(numSamples[k]));
    }
    return start;
  }

  static SparseNearestCentroid read(LearningRules rules, StateReader reader) {
    return rules.version() == 1
        ? ScaledSparseCentroids.read(reader)
        : SummedSparseCentroids.read(reader);
  }

  /** The features that a class has a value for, ascending. */
  public abstract long[] features(int classIndex);

  /** How many samples the centroid of a class stands for. */
  public abstract UInt64 numSamples(int classIndex);

  /**
   * What {@code getCentroidValue} answers: the centroid of a class at a feature, rounded down.
   *
   * @throws ArithmeticException where the contract reverts
   */
  public abstract UInt64 centroidValue(int classIndex, long feature);

  /** What {@code getSquaredMagnitude} answers: the squared length of a centroid, rounded down. */
  public abstract BigInteger squaredMagnitude(int classIndex);

  @Override
  public abstract SparseNearestCentroid copy();

  abstract void addClass(UInt64 numSamples);

  /** Sets values of a class that exists; the pairs have been checked. */
  abstract void setValues(int classIndex, long[][] pairs);

  /**
   * @throws IllegalArgumentException if the class cannot start with these
   */
  abstract void checkStart(UInt64 numSamples, long[][] pairs);

  /**
   * A model while it is being deployed: each method does what the contract's function of that name
   * does.
   */
  public static final class Start {

    private final SparseNearestCentroid model;

    private Start(SparseNearestCentroid model) {
      this.model = model;
    }

    /**
     * Sets pairs of a feature and a value for a class, each the bits of a {@code uint64}.
     *
     * @throws IllegalArgumentException where the contract reverts
     */
    public Start extendCentroid(long[][] pairs, UInt64 classIndex) {
      if (Long.compareUnsigned(classIndex.bits(), model.classCount()) >= 0) {
        throw new IllegalArgumentException("there is no class " + classIndex);
      }
      int k = (int) classIndex.bits();
      check(model.numSamples(k), pairs);
      model.setValues(k, pairs);
      return this;
    }

    /**
     * Adds a class.
     *
     * @throws IllegalArgumentException where the contract reverts
     */
    public Start addClass(long[][] centroid, UInt64 numSamples) {
      check(numSamples, centroid);
      model.addClass(numSamples);
      model.setValues(model.classCount() - 1, centroid);
      return this;
    }

    /** The model as it is by now. */
    public SparseNearestCentroid build() {
      return model.copy();
    }

    private void check(UInt64 numSamples, long[][] pairs) {
      for (long[] pair : pairs) Pairs.check(model.rules(), pair.length);
      model.checkStart(numSamples, pairs);
    }
  }
}
