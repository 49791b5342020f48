package org.sumscan.pages.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * A chart of several lines over one another with both axes, in a picture of 960 by 280 units.
 *
 * @param lines the lines as SVG paths, in the order given
 * @param ruled horizontal rules with their labels
 * @param columns labels along the foot
 * @param level a level that holds for the whole chart, such as a baseline; null for none
 */
public record LineChart(
    List<Line> lines, List<Tick> ruled, List<Tick> columns, @Nullable Level level) {

  private static final double LEFT = 46;
  private static final double RIGHT = 948;
  private static final double TOP = 12;
  private static final double FOOT = 248;

  /** A line: its name, its path, and where its last value lies. */
  public record Line(String name, String path, String endX, String endY) {}

  /** A mark on an axis: where it lies in picture units and what it says. */
  public record Tick(String at, String label) {}

  /** A level: where it lies and what it is called. */
  public record Level(String at, String labelAt, String name) {}

  /** What the level is before it is drawn. */
  public record Baseline(String name, double value) {}

  /**
   * Draws shares (0 … 1). The upright axis always ends at 100 % and begins at the round tenth below
   * the lowest value, which the labels show.
   *
   * @param curves at least one of them with a value
   * @param acrossLabel how a value of the horizontal axis, a whole number, is written
   */
  public static LineChart ofShares(
      List<Curve> curves, @Nullable Baseline baseline, DoubleFunction<String> acrossLabel) {
    double lowest = baseline == null ? 1 : baseline.value();
    double first = Double.POSITIVE_INFINITY;
    double last = Double.NEGATIVE_INFINITY;
    for (Curve curve : curves) {
      for (Curve.Dot dot : curve.dots()) {
        lowest = Math.min(lowest, dot.y());
        first = Math.min(first, dot.x());
        last = Math.max(last, dot.x());
      }
    }
    if (first > last) {
      throw new IllegalArgumentException("a chart needs at least one value");
    }
    Scale across = new Scale(first, last, LEFT, RIGHT);
    Scale up = new Scale(Math.min(0.9, Math.floor(lowest * 10) / 10), 1, FOOT, TOP);
    return new LineChart(
        lines(curves, across, up),
        up.ticks(5).stream().map(v -> new Tick(Curve.number(up.at(v)), percent(v))).toList(),
        across.ticks(8, 1).stream()
            .map(v -> new Tick(Curve.number(across.at(v)), acrossLabel.apply(v)))
            .toList(),
        baseline == null ? null : level(baseline, up));
  }

  private static List<Line> lines(List<Curve> curves, Scale across, Scale up) {
    List<Line> lines = new ArrayList<>();
    for (Curve curve : curves) {
      if (!curve.dots().isEmpty()) {
        Curve.Dot end = curve.dots().getLast();
        lines.add(
            new Line(
                curve.name(),
                curve.path(across, up),
                Curve.number(across.at(end.x())),
                Curve.number(up.at(end.y()))));
      }
    }
    return lines;
  }

  private static Level level(Baseline baseline, Scale up) {
    double at = up.at(baseline.value());
    return new Level(Curve.number(at), Curve.number(at - 5), baseline.name());
  }

  private static String percent(double share) {
    return Math.round(share * 100) + " %";
  }
}
