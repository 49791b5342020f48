package org.sumscan.accuracy.series;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The running figures of all three series, one hit or miss after another; the same hits in the same
 * order give the same figures to the last bit.
 */
public final class Tally {

  private static final int SPARKS = 64;
  private static final int CHANGE = 100;

  private long samples;
  private long hits;
  private final BitSet window;
  private int windowHits;
  private double fadingSum;
  private double fadingWeight;
  private final List<Float> sparkline;
  private long stride;

  /** Before the first sample. */
  public Tally() {
    this(new Packed(0, 0, new byte[Series.WINDOW / 8], 0, 0, new byte[0], 1));
  }

  /** Goes on from what a row holds. */
  public Tally(Packed packed) {
    samples = packed.samples();
    hits = packed.hits();
    window = BitSet.valueOf(packed.window());
    windowHits = window.cardinality();
    fadingSum = packed.fadingSum();
    fadingWeight = packed.fadingWeight();
    sparkline = new ArrayList<>(SPARKS);
    ByteBuffer sparks = ByteBuffer.wrap(packed.sparkline());
    while (sparks.hasRemaining()) {
      sparkline.add(sparks.getFloat());
    }
    stride = packed.stride();
  }

  /**
   * The figures as a row holds them.
   *
   * @param window a bit for each of the latest 1000 samples, at its number modulo 1000
   * @param stride how many samples lie between two values of the sparkline
   */
  @SuppressWarnings("ArrayRecordComponent")
  public record Packed(
      long samples,
      long hits,
      byte[] window,
      double fadingSum,
      double fadingWeight,
      byte[] sparkline,
      long stride) {}

  /** The figures so far, as a row holds them. */
  public Packed packed() {
    byte[] bits = new byte[Series.WINDOW / 8];
    byte[] set = window.toByteArray();
    System.arraycopy(set, 0, bits, 0, set.length);
    ByteBuffer sparks = ByteBuffer.allocate(sparkline.size() * Float.BYTES);
    sparkline.forEach(sparks::putFloat);
    return new Packed(samples, hits, bits, fadingSum, fadingWeight, sparks.array(), stride);
  }

  /** Counts the next sample. */
  public void add(boolean hit) {
    int place = (int) (samples % Series.WINDOW);
    if (window.get(place)) windowHits--;
    window.set(place, hit);
    samples++;
    if (hit) {
      hits++;
      windowHits++;
    }
    fadingSum = Series.FADING * fadingSum + (hit ? 1 : 0);
    fadingWeight = Series.FADING * fadingWeight + 1;
    if (samples % stride == 0) spark();
  }

  private void spark() {
    if (sparkline.size() == SPARKS) {
      List<Float> everySecond = new ArrayList<>(SPARKS);
      for (int i = 1; i < SPARKS; i += 2) {
        everySecond.add(sparkline.get(i));
      }
      sparkline.clear();
      sparkline.addAll(everySecond);
      stride *= 2;
      if (samples % stride != 0) return;
    }
    sparkline.add((float) value(Series.PREQUENTIAL_WINDOW));
  }

  /** How many samples were counted. */
  public long samples() {
    return samples;
  }

  /** How many of them were answered with their label. */
  public long hits() {
    return hits;
  }

  /** The accuracy by a series, within 0 and 1; not a number before the first sample. */
  public double value(Series series) {
    return switch (series) {
      case PREQUENTIAL, PREQUENTIAL_WINDOW -> (double) hits(series) / total(series);
      case PREQUENTIAL_FADING -> fadingSum / fadingWeight;
    };
  }

  long hits(Series series) {
    return series == Series.PREQUENTIAL_WINDOW ? windowHits : hits;
  }

  long total(Series series) {
    return total(series, samples);
  }

  /** Among how many samples a series counts its hits after so many of them. */
  static long total(Series series, long samples) {
    return series == Series.PREQUENTIAL_WINDOW ? Math.min(samples, Series.WINDOW) : samples;
  }

  /** The point of a series after the sample that was counted last. */
  public AccuracyPoint point(Series series, Outcome outcome) {
    return new AccuracyPoint(
        samples,
        outcome.position(),
        outcome.blockTime(),
        value(series),
        hits(series),
        total(series));
  }

  /** How much the cumulative accuracy rose over the latest 100 samples, if there are more. */
  public @Nullable Double change() {
    if (samples <= CHANGE) return null;
    int recent = 0;
    for (long i = samples - CHANGE; i < samples; i++) {
      if (window.get((int) (i % Series.WINDOW))) recent++;
    }
    return value(Series.PREQUENTIAL) - (double) (hits - recent) / (samples - CHANGE);
  }

  /** The window's series at evenly spaced samples and now. */
  public List<Float> sparkline() {
    List<Float> line = new ArrayList<>(sparkline);
    if (samples % stride != 0) line.add((float) value(Series.PREQUENTIAL_WINDOW));
    return line;
  }
}
