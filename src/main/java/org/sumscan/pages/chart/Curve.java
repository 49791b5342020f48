package org.sumscan.pages.chart;

import java.util.List;
import java.util.Locale;

/** One line of a chart in values, ordered by {@code x}. */
public record Curve(String name, List<Dot> dots) {

  /** One value of the line. */
  public record Dot(double x, double y) {}

  /** Copies the list. */
  public Curve {
    dots = List.copyOf(dots);
  }

  /**
   * The line as an SVG path. Where several values fall on one column of the picture their lowest
   * and highest are both kept, so that thinning hides no extreme.
   */
  String path(Scale across, Scale up) {
    StringBuilder path = new StringBuilder();
    int next = 0;
    while (next < dots.size()) {
      int first = next;
      long column = Math.round(across.at(dots.get(first).x()));
      int lowest = first;
      int highest = first;
      while (next < dots.size() && Math.round(across.at(dots.get(next).x())) == column) {
        if (dots.get(next).y() < dots.get(lowest).y()) lowest = next;
        if (dots.get(next).y() > dots.get(highest).y()) highest = next;
        next++;
      }
      add(path, dots.get(first), across, up);
      int earlier = Math.min(lowest, highest);
      int later = Math.max(lowest, highest);
      if (earlier > first) add(path, dots.get(earlier), across, up);
      if (later > earlier) add(path, dots.get(later), across, up);
      if (next - 1 > later) add(path, dots.get(next - 1), across, up);
    }
    return path.toString();
  }

  private static void add(StringBuilder path, Dot dot, Scale across, Scale up) {
    path.append(path.isEmpty() ? 'M' : 'L')
        .append(number(across.at(dot.x())))
        .append(' ')
        .append(number(up.at(dot.y())));
  }

  /** A coordinate with one decimal, in the form that SVG reads whatever the machine's language. */
  static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
