package org.sumscan.pages.chart;

import java.util.ArrayList;
import java.util.List;

/** A straight map from a range of values onto a range of picture units. */
record Scale(double low, double high, double from, double to) {

  /** A range that is empty or not a number is widened, so that every value has a place. */
  Scale {
    if (!(high > low)) {
      low = low - 0.5;
      high = low + 1;
    }
  }

  /** Where a value lies, held within the picture. */
  double at(double value) {
    double share = (Math.clamp(value, low, high) - low) / (high - low);
    return from + share * (to - from);
  }

  /**
   * Round values (1, 2 or 5 times a power of ten apart) within the range, about {@code wanted} of
   * them.
   */
  List<Double> ticks(int wanted) {
    return ticks(wanted, 0);
  }

  /** The same, but never closer together than {@code least}, which is itself a round value. */
  List<Double> ticks(int wanted, double least) {
    double step = Math.max(least, roundStep((high - low) / Math.max(1, wanted)));
    List<Double> ticks = new ArrayList<>();
    for (long i = (long) Math.ceil(low / step - 1e-9); i * step <= high + step * 1e-9; i++) {
      ticks.add(i * step);
    }
    return ticks;
  }

  private static double roundStep(double raw) {
    double power = Math.pow(10, Math.floor(Math.log10(raw)));
    double times = raw / power;
    return power * (times <= 1 ? 1 : times <= 2 ? 2 : times <= 5 ? 5 : 10);
  }
}
