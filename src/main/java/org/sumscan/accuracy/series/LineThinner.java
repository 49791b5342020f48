package org.sumscan.accuracy.series;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes a series' points one after another and keeps the first, the last, and of each stretch
 * between them the lowest and the highest.
 */
public final class LineThinner {

  private final long count;
  private final long stretches;
  private final List<AccuracyPoint> kept = new ArrayList<>();
  private long taken;
  private long stretch;
  private @Nullable AccuracyPoint lowest;
  private @Nullable AccuracyPoint highest;

  /**
   * @param count how many points will come
   * @param limit the most to keep, at least 4
   */
  public LineThinner(long count, int limit) {
    this.count = count;
    this.stretches = count <= limit ? count : (limit - 2) / 2;
  }

  /** Takes the next point. */
  public void take(AccuracyPoint point) {
    long place = taken++;
    if (place == 0 || place == count - 1) {
      close();
      kept.add(point);
      return;
    }
    long its = (place - 1) * stretches / (count - 2);
    if (its != stretch) close();
    stretch = its;
    if (lowest == null || point.value() < lowest.value()) lowest = point;
    if (highest == null || point.value() > highest.value()) highest = point;
  }

  private void close() {
    AccuracyPoint low = lowest;
    AccuracyPoint high = highest;
    lowest = null;
    highest = null;
    if (low == null || high == null) return;
    boolean lowFirst = low.sample() <= high.sample();
    kept.add(lowFirst ? low : high);
    if (low.sample() != high.sample()) kept.add(lowFirst ? high : low);
  }

  /** The points that were kept, in order; all of them only after the last was taken. */
  public List<AccuracyPoint> kept() {
    return kept;
  }
}
