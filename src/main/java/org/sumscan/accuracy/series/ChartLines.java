package org.sumscan.accuracy.series;

import java.util.ArrayList;
import java.util.List;

/**
 * All three series as a chart draws them, of bounded size however many samples there are. Samples
 * come one after another; once there are too many stretches of them, every two become one.
 */
public final class ChartLines {

  /** The most stretches; with two points each, and the first and the last of all, at most 1,498. */
  static final int STRETCHES = 748;

  private final List<SeriesStretches> series;
  private long samples;

  /** Before the first sample. */
  public ChartLines() {
    this(Series.values().length);
  }

  private ChartLines(int count) {
    series = new ArrayList<>();
    for (int i = 0; i < count; i++) series.add(new SeriesStretches());
  }

  /** How many samples were taken. */
  public long samples() {
    return samples;
  }

  /**
   * Takes the next sample.
   *
   * @param tally the figures after it
   */
  public void add(Tally tally, Outcome outcome) {
    if (samples == STRETCHES * length(samples)) series.forEach(SeriesStretches::halve);
    samples++;
    int stretch = (int) ((samples - 1) / length(samples));
    for (Series each : Series.values()) {
      series.get(each.ordinal()).add(tally.point(each, outcome), stretch);
    }
  }

  /**
   * How many samples a stretch holds: the least power of two at which they do not become too many.
   */
  private static long length(long samples) {
    long length = 1;
    while (STRETCHES * length < samples) length *= 2;
    return length;
  }

  /** The lines, one for each series. */
  public List<AccuracyLine> lines() {
    List<AccuracyLine> lines = new ArrayList<>();
    for (Series each : Series.values()) {
      lines.add(new AccuracyLine(each, samples, series.get(each.ordinal()).points()));
    }
    return lines;
  }

  /** The lines as a row holds them, beside the number of samples. */
  public byte[] pack() {
    PackedBytes bytes = new PackedBytes();
    for (Series each : Series.values()) {
      series.get(each.ordinal()).pack(new PackedPoints(each, bytes));
    }
    return bytes.toArray();
  }

  /** Reads what was packed after so many samples. */
  public static ChartLines unpack(long samples, byte[] packed) {
    ChartLines lines = new ChartLines(0);
    PackedBytes bytes = new PackedBytes(packed);
    for (Series each : Series.values()) {
      lines.series.add(SeriesStretches.unpack(new PackedPoints(each, bytes)));
    }
    lines.samples = samples;
    return lines;
  }
}
