package org.sumscan.learning;

import java.math.BigInteger;
import java.util.Arrays;

/** What naive Bayes has counted in the samples of one class. */
final class BayesClass {

  private static final long LARGEST_COUNT = 0xffff_ffffL;

  private final FeatureIndex features;
  private int[] counts;
  private long numSamples;
  private long totalCount;

  BayesClass(long numSamples) {
    this(new FeatureIndex(), new int[8], numSamples, 0);
  }

  private BayesClass(FeatureIndex features, int[] counts, long numSamples, long totalCount) {
    this.features = features;
    this.counts = counts;
    this.numSamples = numSamples;
    this.totalCount = totalCount;
  }

  BayesClass copy() {
    return new BayesClass(features.copy(), counts.clone(), numSamples, totalCount);
  }

  /** A {@code uint64}. */
  long numSamples() {
    return numSamples;
  }

  /** A {@code uint64}. */
  long totalCount() {
    return totalCount;
  }

  /** A {@code uint32}. */
  long count(long feature) {
    int slot = features.find(feature);
    return slot < 0 ? 0 : Integer.toUnsignedLong(counts[slot]);
  }

  /** Sets a count, which does not change the total. */
  void setCount(long feature, long count) {
    int slot = slot(feature);
    counts[slot] = (int) count;
  }

  void setTotalCount(long totalCount) {
    this.totalCount = totalCount;
  }

  /** Counts a sample; every number wraps at its width. */
  void learnWrapping(long[] sample) {
    for (long feature : sample) add(feature & LARGEST_COUNT, 1);
    totalCount += sample.length;
    numSamples++;
  }

  /** Counts a sample unless a number would pass its width; then nothing changes. */
  boolean learnChecked(long[] sample) {
    long total = totalCount + sample.length;
    if (numSamples == -1 || Long.compareUnsigned(total, totalCount) < 0) return false;
    for (int i = 0; i < sample.length; i++) {
      if (count(sample[i]) == LARGEST_COUNT) {
        while (--i >= 0) add(sample[i], -1);
        return false;
      }
      add(sample[i], 1);
    }
    totalCount = total;
    numSamples++;
    return true;
  }

  private void add(long feature, int summand) {
    int slot = slot(feature);
    counts[slot] += summand;
  }

  /** The features with a count above 0, ascending. */
  long[] countedFeatures() {
    return Arrays.stream(features.sorted()).filter(feature -> count(feature) != 0).toArray();
  }

  private int slot(long feature) {
    int slot = features.findOrAdd(feature);
    if (slot == counts.length) counts = Arrays.copyOf(counts, 2 * slot);
    return slot;
  }

  void write(StateWriter writer) {
    writer.int64(numSamples);
    writer.int64(totalCount);
    long[] counted = countedFeatures();
    writer.uint32(counted.length);
    for (long feature : counted) {
      writer.uint32(feature);
      writer.uint32(count(feature));
    }
  }

  static BayesClass read(StateReader reader, boolean totalIsSum) {
    BayesClass read = new BayesClass(reader.int64());
    read.totalCount = reader.int64();
    BigInteger sum = BigInteger.ZERO;
    int entries = reader.count(2 * Integer.BYTES);
    long previous = 0;
    for (int i = 0; i < entries; i++) {
      long feature = reader.uint32();
      reader.requireAscending(i == 0, previous, feature);
      long count = reader.uint32();
      reader.require(count != 0, "it names a count of 0");
      read.setCount(feature, count);
      sum = sum.add(BigInteger.valueOf(count));
      previous = feature;
    }
    reader.require(
        !totalIsSum || sum.equals(EvmIntegers.unsigned(read.totalCount)),
        "a total is not the sum of its counts");
    return read;
  }
}
