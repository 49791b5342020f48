package org.sumscan.learning;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Numbers features from 0 in the order in which they come: a hash table of longs without boxes, so
 * that what is known of a feature can stand in plain arrays.
 */
final class FeatureIndex {

  /** Nobody outside can choose features that collide, as nobody knows this. */
  private static final long SALT = new SplittableRandom().nextLong();

  private static final int EMPTY = 0;

  private long[] features;
  private int[] table;
  private int size;

  FeatureIndex() {
    features = new long[8];
    table = new int[16];
  }

  private FeatureIndex(FeatureIndex other) {
    features = other.features.clone();
    table = other.table.clone();
    size = other.size;
  }

  FeatureIndex copy() {
    return new FeatureIndex(this);
  }

  int size() {
    return size;
  }

  long feature(int slot) {
    return features[slot];
  }

  /** The number of a feature, or -1 if it has none. */
  int find(long feature) {
    return table[place(feature)] - 1;
  }

  /** The number of a feature, which gets one if it has none. */
  int findOrAdd(long feature) {
    int place = place(feature);
    if (table[place] != EMPTY) return table[place] - 1;
    if (size == features.length) {
      grow();
      place = place(feature);
    }
    features[size] = feature;
    table[place] = ++size;
    return size - 1;
  }

  /** The numbered features, ascending without sign. */
  long[] sorted() {
    long[] flipped = new long[size];
    for (int i = 0; i < size; i++) flipped[i] = features[i] ^ Long.MIN_VALUE;
    Arrays.sort(flipped);
    for (int i = 0; i < size; i++) flipped[i] ^= Long.MIN_VALUE;
    return flipped;
  }

  private int place(long feature) {
    int mask = table.length - 1;
    int place = (int) mix(feature) & mask;
    while (table[place] != EMPTY && features[table[place] - 1] != feature) {
      place = place + 1 & mask;
    }
    return place;
  }

  private void grow() {
    features = Arrays.copyOf(features, 2 * size);
    table = new int[2 * table.length];
    for (int slot = 0; slot < size; slot++) {
      table[place(features[slot])] = slot + 1;
    }
  }

  private static long mix(long feature) {
    long mixed = (feature ^ SALT) * 0x9e3779b97f4a7c15L;
    mixed = (mixed ^ mixed >>> 32) * 0xd6e8feb86659fd93L;
    return mixed ^ mixed >>> 32;
  }
}
