package org.sumscan.pages.text;

import java.math.BigInteger;
import org.sumscan.kernel.UInt256;

/** Spans of time in words; spans are in seconds. */
public final class Durations {

  private static final long MINUTE = 60;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;
  private static final long YEAR = 365 * DAY;

  private Durations() {}

  /** Rounded down to one unit, such as {@code 3 hours ago}. */
  public static String ago(long seconds) {
    return one(seconds) + " ago";
  }

  /** Exact in at most two units where that is possible, such as {@code 1 day 12 hours}. */
  public static String words(long seconds) {
    if (seconds < 2 * MINUTE) return NumberText.counted(seconds, "second");
    long unit = seconds >= 2 * DAY ? DAY : seconds >= 2 * HOUR ? HOUR : MINUTE;
    long next = unit == DAY ? HOUR : unit == HOUR ? MINUTE : 1;
    long rest = seconds % unit / next;
    String whole = NumberText.counted(seconds / unit, name(unit));
    return rest == 0 ? whole : whole + " " + NumberText.counted(rest, name(next));
  }

  /** Rounded down to one unit, such as {@code 3 hours}. */
  public static String about(long seconds) {
    return one(seconds);
  }

  /** The same for a number that a contract gave, which may be beyond all sense. */
  public static String words(UInt256 seconds) {
    return seconds.value().compareTo(BigInteger.valueOf(1000 * YEAR)) > 0
        ? "more than 1,000 years"
        : words(seconds.longValueExact());
  }

  private static String one(long seconds) {
    long unit =
        seconds >= 2 * DAY ? DAY : seconds >= 2 * HOUR ? HOUR : seconds >= 2 * MINUTE ? MINUTE : 1;
    return NumberText.counted(seconds / unit, name(unit));
  }

  private static String name(long unit) {
    if (unit == DAY) return "day";
    if (unit == HOUR) return "hour";
    return unit == MINUTE ? "minute" : "second";
  }
}
