package org.sumscan.pages.text;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A moment on a page.
 *
 * @param iso for machines, ISO 8601
 * @param shown for people, UTC
 * @param ageSeconds how long ago it was when the page was made; 0 for one that is still to come
 * @param ago the same in words
 */
public record Moment(String iso, String shown, long ageSeconds, String ago) {

  private static final DateTimeFormatter SHOWN =
      DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  /** A moment given in seconds since 1970, seen from {@code now}. */
  public static Moment of(long epochSecond, Instant now) {
    Instant instant = Instant.ofEpochSecond(epochSecond);
    long age = Math.max(0, now.getEpochSecond() - epochSecond);
    return new Moment(instant.toString(), SHOWN.format(instant) + " UTC", age, Durations.ago(age));
  }
}
