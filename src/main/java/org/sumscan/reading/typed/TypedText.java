package org.sumscan.reading.typed;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.sumscan.kernel.Address;

/**
 * What people type or paste, without what programs put around or into it unseen: no-break spaces,
 * byte-order marks, marks of direction, another minus, another way to write an address.
 */
public final class TypedText {

  private static final String BLANK = "[\\s\\p{Z}\\p{Cf}]";
  private static final Pattern AROUND = Pattern.compile("^" + BLANK + "+|" + BLANK + "+$");
  private static final Pattern BLANKS = Pattern.compile(BLANK + "+");

  /** Hyphens and dashes that stand before a digit where a minus is meant. */
  private static final Pattern MINUS =
      Pattern.compile("[\\u2010-\\u2013\\u2212\\uFE63\\uFF0D](?=[0-9.])");

  private static final Pattern COMMA_WITHIN = Pattern.compile("[0-9],[0-9]");

  /** As links write an address: with the chain's short name (ERC-3770) or a scheme (ERC-681). */
  private static final Pattern PREFIXED = Pattern.compile("([A-Za-z][A-Za-z0-9-]*):(0[xX].*)");

  private TypedText() {}

  /** The text without blanks around it, unseen ones among them. */
  public static String trim(String typed) {
    return AROUND.matcher(typed).replaceAll("");
  }

  /**
   * A list of numbers as this program reads it: each run of blanks of any kind is one space, each
   * typographic minus before a digit is the plain one, and a semicolon is a comma.
   *
   * @throws IllegalArgumentException if commas stand within numbers that semicolons set apart,
   *     since these may be decimal commas
   */
  public static String numbers(String typed) {
    if (typed.indexOf(';') >= 0 && COMMA_WITHIN.matcher(typed).find()) {
      throw new IllegalArgumentException(
          "A comma between two digits beside semicolons may mean two numbers or one: write decimals"
              + " with a point, and set numbers apart by commas or by semicolons, not by both.");
    }
    String spaced = BLANKS.matcher(trim(typed)).replaceAll(" ");
    return MINUS.matcher(spaced).replaceAll("-").replace(';', ',');
  }

  /** Hexadecimal digits, with {@code 0X} in front written as {@code 0x}. */
  public static String hex(String typed) {
    String text = trim(typed);
    return text.startsWith("0X") ? "0x" + text.substring(2) : text;
  }

  /**
   * An address without the {@code eth:} or {@code ethereum:} that some programs write in front. The
   * short name of another chain stays, so that it is refused rather than lost.
   */
  public static String address(String typed) {
    Matcher prefixed = PREFIXED.matcher(trim(typed));
    boolean known = prefixed.matches() && prefixed.group(1).matches("(?i)eth|ethereum");
    return hex(known ? prefixed.group(2) : typed);
  }

  /**
   * The address that a text names, in any case, but with a right checksum if it is in mixed case.
   *
   * @throws IllegalArgumentException if it names none
   */
  public static Address checkedAddress(String typed) {
    String text = address(typed);
    if (!Address.isChecksummed(text)) {
      throw new IllegalArgumentException("the address has a wrong checksum");
    }
    return Address.of(text);
  }
}
