package org.sumscan.learning;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.sumscan.kernel.UInt64;

/** The sparse nearest centroid by the originals' rules, whose squared magnitudes drift. */
final class ScaledSparseCentroids extends SparseNearestCentroid {

  private static final int CLASS_BYTES = 44;
  private static final int ENTRY_BYTES = 20;
  private static final BigInteger FARTHEST = BigInteger.ONE.shiftLeft(256).subtract(BigInteger.ONE);

  private final List<ScaledSparseCentroid> classes;

  ScaledSparseCentroids() {
    this(new ArrayList<>());
  }

  private ScaledSparseCentroids(List<ScaledSparseCentroid> classes) {
    this.classes = classes;
  }

  static ScaledSparseCentroids read(StateReader reader) {
    ScaledSparseCentroids model = new ScaledSparseCentroids();
    int classCount = reader.count(CLASS_BYTES);
    reader.require(classCount > 0, "it has no class");
    for (int k = 0; k < classCount; k++) model.classes.add(readClass(reader));
    return model;
  }

  private static ScaledSparseCentroid readClass(StateReader reader) {
    ScaledSparseCentroid centroid = new ScaledSparseCentroid(reader.int64(), reader.uint256());
    int entries = reader.count(ENTRY_BYTES);
    long previous = 0;
    for (int i = 0; i < entries; i++) {
      long feature = reader.uint32();
      reader.requireAscending(i == 0, previous, feature);
      long value = reader.int64();
      long count = reader.int64();
      reader.require((value | count) != 0, "it names a value that was never written");
      centroid.store(feature, value, count);
      previous = feature;
    }
    return centroid;
  }

  @Override
  public LearningRules rules() {
    return LearningRules.SPARSE_NEAREST_CENTROID_1;
  }

  @Override
  public int classCount() {
    return classes.size();
  }

  @Override
  public long[] features(int classIndex) {
    return classes.get(classIndex).writtenFeatures();
  }

  @Override
  public UInt64 numSamples(int classIndex) {
    return new UInt64(classes.get(classIndex).numSamples());
  }

  @Override
  public UInt64 centroidValue(int classIndex, long feature) {
    BigInteger value = classes.get(classIndex).value(feature);
    if (value == null) throw new ArithmeticException("the class has no samples to divide by");
    return new UInt64(value.longValue());
  }

  @Override
  public BigInteger squaredMagnitude(int classIndex) {
    return classes.get(classIndex).squaredMagnitude();
  }

  /** The value as it was written, the bits of a {@code uint64}, which storage holds. */
  long storedValue(int classIndex, long feature) {
    return classes.get(classIndex).storedValue(feature);
  }

  /** The number of samples it was written at, the bits of a {@code uint64}. */
  long storedCount(int classIndex, long feature) {
    return classes.get(classIndex).storedCount(feature);
  }

  @Override
  public Prediction predict(long[] sample) {
    BigInteger least = FARTHEST;
    int nearest = 0;
    for (int k = 0; k < classes.size(); k++) {
      BigInteger distance = classes.get(k).distance(sample);
      if (distance == null) return new Prediction.Rejected(Rejection.ARITHMETIC_FAILURE);
      if (distance.compareTo(least) < 0) {
        least = distance;
        nearest = k;
      }
    }
    return Prediction.Label.of(nearest);
  }

  @Override
  public Training update(long[] sample, UInt64 label) {
    if (Long.compareUnsigned(label.bits(), classes.size()) >= 0) {
      return new Training.Rejected(Rejection.LABEL_OUT_OF_RANGE);
    }
    return classes.get((int) label.bits()).learn(sample)
        ? Training.Learned.LEARNED
        : new Training.Rejected(Rejection.ARITHMETIC_FAILURE);
  }

  @Override
  public byte[] state() {
    StateWriter writer = new StateWriter(rules());
    writer.uint32(classes.size());
    for (ScaledSparseCentroid centroid : classes) {
      writer.int64(centroid.numSamples());
      writer.uint256(centroid.squaredMagnitude());
      long[] written = centroid.writtenFeatures();
      writer.uint32(written.length);
      for (long feature : written) {
        writer.uint32(feature);
        writer.int64(centroid.storedValue(feature));
        writer.int64(centroid.storedCount(feature));
      }
    }
    return writer.toByteArray();
  }

  @Override
  public ScaledSparseCentroids copy() {
    List<ScaledSparseCentroid> copies = new ArrayList<>(classes.size());
    for (ScaledSparseCentroid centroid : classes) copies.add(centroid.copy());
    return new ScaledSparseCentroids(copies);
  }

  @Override
  void addClass(UInt64 numSamples) {
    classes.add(new ScaledSparseCentroid(numSamples.bits(), BigInteger.ZERO));
  }

  @Override
  void setValues(int classIndex, long[][] pairs) {
    for (long[] pair : pairs) classes.get(classIndex).start(pair[0], pair[1]);
  }

  /** The originals take anything. */
  @Override
  void checkStart(UInt64 numSamples, long[][] pairs) {}
}
