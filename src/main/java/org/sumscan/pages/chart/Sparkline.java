package org.sumscan.pages.chart;

import java.util.List;

/**
 * A small line without axes, in a picture of 120 by 28 units; its lowest value lies at the foot and
 * its highest at the top, but a line that hardly moves (by less than 0.02) stays flat.
 *
 * @param path the line
 * @param area the line closed along the foot
 */
public record Sparkline(String path, String area, String endX, String endY) {

  private static final double LEAST_RANGE = 0.02;

  /**
   * Draws values in order, evenly spaced.
   *
   * @throws IllegalArgumentException if there are none
   */
  public static Sparkline of(List<Double> values) {
    if (values.isEmpty()) {
      throw new IllegalArgumentException("a line needs at least one value");
    }
    double low = values.stream().mapToDouble(v -> v).min().orElseThrow();
    double high = values.stream().mapToDouble(v -> v).max().orElseThrow();
    double slack = Math.max(0, LEAST_RANGE - (high - low)) / 2;
    Scale up = new Scale(low - slack, high + slack, 25, 3);
    Scale across = new Scale(0, Math.max(1, values.size() - 1), 2, 116);
    StringBuilder path = new StringBuilder();
    for (int i = 0; i < values.size(); i++) {
      path.append(i == 0 ? 'M' : 'L')
          .append(Curve.number(across.at(i)))
          .append(' ')
          .append(Curve.number(up.at(values.get(i))));
    }
    String endX = Curve.number(across.at(values.size() - 1));
    return new Sparkline(
        path.toString(),
        path + "L" + endX + " 28L2 28Z",
        endX,
        Curve.number(up.at(values.getLast())));
  }
}
