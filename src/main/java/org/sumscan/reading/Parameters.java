package org.sumscan.reading;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.Wei;
import org.sumscan.reading.typed.TypedText;
import org.sumscan.reading.typed.TypedTime;

/**
 * A request's parameters, each given at most once, read strictly; empty ones count as absent.
 * Numbers are bounded in length before they are parsed.
 */
public final class Parameters {

  private static final int LONGEST = 200;

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
            "There is no parameter “"
                + clipped(name)
                + (names.isEmpty()
                    ? "”; none is known here."
                    : "”; known are " + sorted(names) + "."));
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
    if (given[0].length() > 2 * LONGEST) throw tooLong(name);
    String text = TypedText.trim(given[0]);
    if (text.length() > LONGEST) throw tooLong(name);
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
    return read(name, TypedText::checkedAddress, "an address: 0x and 40 hexadecimal digits");
  }

  /** A whole number from 0 to 2⁶³ − 1, in decimal digits or in hexadecimal ones after 0x. */
  public @Nullable Long number(String name) {
    return read(name, Parameters::whole, "a whole number from 0 to 2^63 - 1");
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
   * The first second of a time, see {@link TypedTime}: of the day, minute or second that is
   * written.
   */
  public @Nullable Long timeFrom(String name) {
    return read(name, text -> TypedTime.of(text).first(), TypedTime.EXPECTED);
  }

  /** The last second of a time: a day, a minute or a second counts to its end. */
  public @Nullable Long timeTo(String name) {
    return read(name, text -> TypedTime.of(text).last(), TypedTime.EXPECTED);
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

  private static InvalidQuestion tooLong(String name) {
    return new InvalidQuestion("“" + name + "” has more than " + LONGEST + " characters.");
  }

  private static long whole(String text) {
    String number = TypedText.hex(text);
    return number.startsWith("0x")
        ? hexadecimal(number.substring(2)).longValueExact()
        : digits(number).longValueExact();
  }

  private static BigInteger hexadecimal(String digits) {
    if (!digits.matches("[0-9a-fA-F]{1,16}")) throw new IllegalArgumentException("not digits");
    return new BigInteger(digits, 16);
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

  private static String sorted(Set<String> names) {
    return String.join(", ", names.stream().sorted().toList());
  }

  private static String clipped(String text) {
    String head = text.length() <= 60 ? text : text.substring(0, 60) + "…";
    return head.replaceAll("[\\p{Cntrl}\\p{Cf}]", "?");
  }
}
