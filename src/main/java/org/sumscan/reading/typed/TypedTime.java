package org.sumscan.reading.typed;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * A time as it is written, and so a stretch of time: a day, a minute or a second. A bound covers
 * the whole of it, so that a search up to 31 October includes that day.
 *
 * @param first its first second since 1970
 * @param last its last second since 1970
 */
public record TypedTime(long first, long last) {

  /** What a text must be to be understood. */
  public static final String EXPECTED =
      "a day such as 2026-03-01, a time such as 2026-03-01T12:00, or seconds since 1970";

  private static final Instant EARLIEST = Instant.EPOCH;
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");
  private static final long DAY = 86_400;
  private static final long MINUTE = 60;

  /**
   * Reads seconds since 1970, or a day or a time in ISO 8601; UTC where no zone is given.
   *
   * @throws IllegalArgumentException if it is none of these, or not within 1970 and 9999
   * @throws java.time.DateTimeException if there is no such day or time
   */
  public static TypedTime of(String text) {
    if (text.matches("[0-9]{1,18}")) return from(Instant.ofEpochSecond(Long.parseLong(text)), 1);
    String iso = text.replaceFirst("^([0-9-]{10}) +(?=[0-9])", "$1T");
    if (!iso.contains("T")) {
      return from(LocalDate.parse(iso).atStartOfDay(ZoneOffset.UTC).toInstant(), DAY);
    }
    boolean zoned = iso.matches(".*(Z|z|[+-]\\d\\d:?\\d\\d)$");
    Instant instant =
        zoned
            ? OffsetDateTime.parse(iso).toInstant()
            : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
    boolean toTheMinute = iso.matches("[^T]*T\\d\\d:\\d\\d([^:\\d].*)?");
    return from(instant, toTheMinute ? MINUTE : 1);
  }

  private static TypedTime from(Instant instant, long seconds) {
    if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
      throw new IllegalArgumentException("out of range");
    }
    long first = instant.getEpochSecond();
    return new TypedTime(first, first + seconds - 1);
  }
}
