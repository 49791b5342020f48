package org.sumscan.learning;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.sumscan.kernel.UInt64;

/** The sparse nearest centroid by our rules: exact sums, so that nothing drifts. */
final class SummedSparseCentroids extends SparseNearestCentroid {

  private static final int CLASS_BYTES = 12;
  private static final int ENTRY_BYTES = 12;
  private static final long COUNT_LIMIT = 0xffff_ffffL;
  private static final BigInteger LARGEST_START = BigInteger.ONE.shiftLeft(62);

  private final List<SummedSparseCentroid> classes;

  SummedSparseCentroids() {
    this(new ArrayList<>());
  }

  private SummedSparseCentroids(List<SummedSparseCentroid> classes) {
    this.classes = classes;
  }

  static SummedSparseCentroids read(StateReader reader) {
    SummedSparseCentroids model = new SummedSparseCentroids();
    int classCount = reader.count(CLASS_BYTES);
    reader.require(classCount > 0, "it has no class");
    for (int k = 0; k < classCount; k++) model.classes.add(readClass(reader));
    return model;
  }

  private static SummedSparseCentroid readClass(StateReader reader) {
    long numSamples = reader.int64();
    reader.require(
        numSamples >= 0 && numSamples <= COUNT_LIMIT, "its number of samples is out of range");
    SummedSparseCentroid centroid = new SummedSparseCentroid(numSamples);
    long most = LARGEST_START.longValue() + numSamples * EvmIntegers.F;
    int entries = reader.count(ENTRY_BYTES);
    long previous = 0;
    for (int i = 0; i < entries; i++) {
      long feature = reader.uint32();
      reader.requireAscending(i == 0, previous, feature);
      long sum = reader.int64();
      reader.require(sum > 0 && sum <= most, "a sum is out of range");
      centroid.setSum(feature, sum);
      previous = feature;
    }
    return centroid;
  }

  @Override
  public LearningRules rules() {
    return LearningRules.SPARSE_NEAREST_CENTROID_2;
  }

  @Override
  public int classCount() {
    return classes.size();
  }

  @Override
  public long[] features(int classIndex) {
    return classes.get(classIndex).summedFeatures();
  }

  @Override
  public UInt64 numSamples(int classIndex) {
    return new UInt64(classes.get(classIndex).numSamples());
  }

  @Override
  public UInt64 centroidValue(int classIndex, long feature) {
    SummedSparseCentroid centroid = classes.get(classIndex);
    return new UInt64(centroid.sum(feature) / centroid.divisor());
  }

  @Override
  public BigInteger squaredMagnitude(int classIndex) {
    SummedSparseCentroid centroid = classes.get(classIndex);
    return centroid.sumOfSquares().divide(BigInteger.valueOf(centroid.divisor()).pow(2));
  }

  /** What {@code getFeatureSum} answers. */
  long sum(int classIndex, long feature) {
    return classes.get(classIndex).sum(feature);
  }

  /** What {@code getSumOfSquares} answers. */
  BigInteger sumOfSquares(int classIndex) {
    return classes.get(classIndex).sumOfSquares();
  }

  @Override
  public Prediction predict(long[] sample) {
    if (hasOtherThanUint32(sample)) return new Prediction.Rejected(Rejection.INDEX_OUT_OF_RANGE);
    long[] distinct = distinct(sample);
    BigInteger least = classes.getFirst().distance(distinct);
    long leastDivisor = classes.getFirst().divisor();
    int nearest = 0;
    for (int k = 1; k < classes.size(); k++) {
      BigInteger distance = classes.get(k).distance(distinct);
      long divisor = classes.get(k).divisor();
      if (isLess(distance, leastDivisor, least, divisor)) {
        least = distance;
        leastDivisor = divisor;
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
    if (hasOtherThanUint32(sample)) return new Training.Rejected(Rejection.INDEX_OUT_OF_RANGE);
    SummedSparseCentroid centroid = classes.get((int) label.bits());
    if (centroid.numSamples() >= COUNT_LIMIT) {
      return new Training.Rejected(Rejection.DATA_COUNT_LIMIT_REACHED);
    }
    centroid.learn(distinct(sample));
    return Training.Learned.LEARNED;
  }

  @Override
  public byte[] state() {
    StateWriter writer = new StateWriter(rules());
    writer.uint32(classes.size());
    for (SummedSparseCentroid centroid : classes) {
      writer.int64(centroid.numSamples());
      long[] summed = centroid.summedFeatures();
      writer.uint32(summed.length);
      for (long feature : summed) {
        writer.uint32(feature);
        writer.int64(centroid.sum(feature));
      }
    }
    return writer.toByteArray();
  }

  @Override
  public SummedSparseCentroids copy() {
    List<SummedSparseCentroid> copies = new ArrayList<>(classes.size());
    for (SummedSparseCentroid centroid : classes) copies.add(centroid.copy());
    return new SummedSparseCentroids(copies);
  }

  @Override
  void addClass(UInt64 numSamples) {
    classes.add(new SummedSparseCentroid(numSamples.bits()));
  }

  @Override
  void setValues(int classIndex, long[][] pairs) {
    SummedSparseCentroid centroid = classes.get(classIndex);
    for (long[] pair : pairs) centroid.setSum(pair[0], pair[1] * centroid.divisor());
  }

  @Override
  void checkStart(UInt64 numSamples, long[][] pairs) {
    if (Long.compareUnsigned(numSamples.bits(), COUNT_LIMIT) > 0) {
      throw new IllegalArgumentException("a count is above its limit: " + numSamples);
    }
    BigInteger divisor = BigInteger.valueOf(Math.max(numSamples.bits(), 1));
    for (long[] pair : pairs) {
      EvmIntegers.requireUint32(pair[0], "a feature's index");
      if (EvmIntegers.unsigned(pair[1]).multiply(divisor).compareTo(LARGEST_START) > 0) {
        throw new IllegalArgumentException("a value times its count is above 2^62");
      }
    }
  }

  /** Whether {@code distance/divisor² < other/otherDivisor²}, with the divisors crossed over. */
  private static boolean isLess(
      BigInteger distance, long otherDivisor, BigInteger other, long divisor) {
    if (divisor == otherDivisor) return distance.compareTo(other) < 0;
    BigInteger left = distance.multiply(BigInteger.valueOf(otherDivisor).pow(2));
    return left.compareTo(other.multiply(BigInteger.valueOf(divisor).pow(2))) < 0;
  }

  private static boolean hasOtherThanUint32(long[] sample) {
    long seen = 0;
    for (long feature : sample) seen |= feature;
    return seen >>> 32 != 0;
  }

  /** The sample itself if it rises strictly, else a sorted copy without repeats. */
  private static long[] distinct(long[] sample) {
    for (int i = 1; i < sample.length; i++) {
      if (sample[i - 1] >= sample[i]) return Arrays.stream(sample).sorted().distinct().toArray();
    }
    return sample;
  }
}
