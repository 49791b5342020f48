package org.sumscan.reading;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.Wei;

/**
 * A request's parameters, each given at most once, read strictly; empty ones count as absent.
 * Numbers are bounded in length before they are parsed.
 */
public final class Parameters {

  private static final int LONGEST = 200;
  private static final Instant EARLIEST = Instant.EPOCH;
  private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

  private final Map<String, String[]> values;

  /** Takes them as a servlet request holds them. */
  public Parameters(Map<String, String[]> values) {
    this.values = Map.copyOf(values);
  }

  /**
   * Makes sure that no other names occur.
   *
   * @throws InvalidQuestion if one does
   */
  public void allow(Set<String> names) {
    for (String name : values.keySet()) {
      // What may be seen is settled around every request, not by one question or another.
      if (name.equals("reveal")) continue;
      if (!names.contains(name)) {
        throw new InvalidQuestion(
            "There is no parameter “" + clipped(name) + "”; known are " + sorted(names) + ".");
      }
    }
  }

  /**
   * The text of a parameter, without blanks around it.
   *
   * @throws InvalidQuestion if it is given twice, has more than 200 characters or holds NUL, which
   *     the database cannot take
   */
  public @Nullable String text(String name) {
    String[] given = values.get(name);
    if (given == null || given.length == 0) return null;
    if (given.length > 1) {
      throw new InvalidQuestion("Give “" + name + "” once, not " + given.length + " times.");
    }
    String text = given[0].strip();
    if (text.length() > LONGEST) {
      throw new InvalidQuestion("“" + name + "” has more than " + LONGEST + " characters.");
    }
    if (text.indexOf('\0') >= 0) {
      throw new InvalidQuestion("“" + name + "” holds a character that no text has, NUL.");
    }
    return text.isEmpty() ? null : text;
  }

  /** A text as it came, for a form to show again; empty where there is none or it is too long. */
  public String shown(String name) {
    String[] given = values.get(name);
    return given == null || given.length == 0 || given[0].length() > LONGEST ? "" : given[0];
  }

  /** An address in any case, but with a right checksum if it is in mixed case. */
  public @Nullable Address address(String name) {
    return read(name, Parameters::checkedAddress, "an address: 0x and 40 hexadecimal digits");
  }

  /** A whole number from 0 to 2⁶³ − 1. */
  public @Nullable Long number(String name) {
    return read(name, text -> digits(text).longValueExact(), "a whole number from 0 to 2^63 - 1");
  }

  /** A whole number within bounds, or the usual one. */
  public int number(String name, int least, int most, int usual) {
    Integer number =
        read(
            name,
            text -> digits(text).intValueExact(),
            "a whole number from " + least + " to " + most);
    if (number == null) return usual;
    if (number < least || number > most) {
      throw new InvalidQuestion(
          "“" + name + "” must be from " + least + " to " + most + ", not " + number + ".");
    }
    return number;
  }

  /** A number of wei, or under a second name a decimal number of ETH, rounded down to wei. */
  public @Nullable Wei amount(String weiName, String ethName) {
    Wei wei = read(weiName, text -> new Wei(digits(text)), "a whole number of wei");
    Wei eth = read(ethName, Parameters::eth, "a decimal number of ETH such as 0.05");
    if (wei != null && eth != null) {
      throw new InvalidQuestion("Give “" + weiName + "” or “" + ethName + "”, not both.");
    }
    return wei == null ? eth : wei;
  }

  /**
   * Seconds since 1970, from such a number, a date or a time in ISO 8601; UTC where no zone is
   * given.
   */
  public @Nullable Long time(String name) {
    return read(
        name, Parameters::seconds, "a time such as 2026-03-01T12:00, or seconds since 1970");
  }

  /** A text that a reader of one's own understands: it throws for what it does not. */
  public <T> @Nullable T read(String name, Function<String, T> reader, String expected) {
    String text = text(name);
    if (text == null) return null;
    try {
      return reader.apply(text);
    } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
      throw new InvalidQuestion(
          "“" + name + "” must be " + expected + ", not “" + clipped(text) + "”.");
    }
  }

  /** An address in any case, but with a right checksum if it is in mixed case. */
  public static Address checkedAddress(String text) {
    if (!Address.isChecksummed(text)) {
      throw new IllegalArgumentException("the address has a wrong checksum");
    }
    return Address.of(text);
  }

  private static BigInteger digits(String text) {
    if (text.length() > 78 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new IllegalArgumentException("not digits");
    }
    return new BigInteger(text);
  }

  private static Wei eth(String text) {
    if (text.length() > 90 || !text.matches("[0-9]*[.,]?[0-9]+|[0-9]+[.,]")) {
      throw new IllegalArgumentException("not a decimal number");
    }
    BigDecimal eth = new BigDecimal(text.replace(',', '.'));
    return new Wei(eth.movePointRight(18).setScale(0, RoundingMode.DOWN).toBigInteger());
  }

  private static long seconds(String text) {
    Instant instant = instant(text);
    if (instant.isBefore(EARLIEST) || instant.isAfter(LATEST)) {
      throw new IllegalArgumentException("out of range");
    }
    return instant.getEpochSecond();
  }

  private static Instant instant(String text) {
    if (text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      return Instant.ofEpochSecond(digits(text).longValueExact());
    }
    if (!text.contains("T")) {
      return LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
    boolean zoned = text.matches(".*(Z|z|[+-]\\d\\d:?\\d\\d)$");
    return zoned
        ? OffsetDateTime.parse(text).toInstant()
        : LocalDateTime.parse(text).toInstant(ZoneOffset.UTC);
  }

  private static String sorted(Set<String> names) {
    return String.join(", ", names.stream().sorted().toList());
  }

  private static String clipped(String text) {
    String head = text.length() <= 60 ? text : text.substring(0, 60) + "…";
    return head.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
  }
}
