package org.sumscan.pages.text;

import java.math.BigInteger;
import java.util.Locale;

/** Numbers as the pages write them: thousands apart, shares in per cent. */
public final class NumberText {

  private NumberText() {}

  /** A whole number with its thousands set apart by commas. */
  public static String grouped(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** A whole number of any size with its thousands set apart by commas. */
  public static String grouped(BigInteger number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** A share (0 … 1) with one decimal, such as {@code 93.4 %}. */
  public static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", share * 100);
  }

  /** A difference of two shares in percentage points, with its sign. */
  public static String points(double difference) {
    double points = Math.round(difference * 1000) / 10.0;
    return points == 0
        ? "±0.0"
        : String.format(Locale.ROOT, "%s%.1f", points > 0 ? "+" : "−", Math.abs(points));
  }

  /** A count and its noun in the right number, such as {@code 1 model} or {@code 2 models}. */
  public static String counted(long count, String noun) {
    return grouped(count) + " " + noun + (count == 1 ? "" : "s");
  }
}
