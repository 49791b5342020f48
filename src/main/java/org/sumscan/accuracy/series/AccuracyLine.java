package org.sumscan.accuracy.series;

import java.util.List;

/**
 * A series as it is drawn: its points in order, the first and the last of the range always among
 * them, and of each stretch between them the lowest and the highest.
 *
 * @param samples how many samples the range holds
 * @param points at most as many as were asked for; all of them when they fit
 */
public record AccuracyLine(Series series, long samples, List<AccuracyPoint> points) {

  public AccuracyLine {
    points = List.copyOf(points);
  }

  /** Whether points were left out. */
  public boolean isThinned() {
    return points.size() < samples;
  }
}
