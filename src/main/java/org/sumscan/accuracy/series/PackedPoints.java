package org.sumscan.accuracy.series;

import org.sumscan.kernel.LogPosition;

/** Points of one series as bytes, each as its difference from the one before. */
final class PackedPoints {

  private static final AccuracyPoint NONE = new AccuracyPoint(0, new LogPosition(0, 0), 0, 0, 0, 0);

  private final Series series;
  private final PackedBytes bytes;
  private AccuracyPoint before = NONE;

  PackedPoints(Series series, PackedBytes bytes) {
    this.series = series;
    this.bytes = bytes;
  }

  void putCount(int count) {
    bytes.put(count);
  }

  int takeCount() {
    return (int) bytes.take();
  }

  void put(AccuracyPoint point) {
    bytes
        .putSigned(point.sample() - before.sample())
        .putSigned(point.position().block() - before.position().block())
        .put(point.position().index())
        .putSigned(point.blockTime() - before.blockTime())
        .putSigned(point.hits() - before.hits());
    if (isWeighted()) bytes.put(Double.doubleToRawLongBits(point.value()));
    before = point;
  }

  AccuracyPoint take() {
    long sample = before.sample() + bytes.takeSigned();
    long block = before.position().block() + bytes.takeSigned();
    LogPosition position = new LogPosition(block, (int) bytes.take());
    long time = before.blockTime() + bytes.takeSigned();
    long hits = before.hits() + bytes.takeSigned();
    long total = Tally.total(series, sample);
    double value = isWeighted() ? Double.longBitsToDouble(bytes.take()) : (double) hits / total;
    before = new AccuracyPoint(sample, position, time, value, hits, total);
    return before;
  }

  /** Whether the value does not follow from how many hits there are. */
  private boolean isWeighted() {
    return series == Series.PREQUENTIAL_FADING;
  }
}
