package org.sumscan.encoding;

import java.util.function.ToLongFunction;
import java.util.regex.Pattern;

/** The encoders of numbers: integers as they are, and decimals times 10⁹. */
public final class NumberEncoding {

  /** What stands for 1: the factor of {@link Encoder#TIMES_BILLION}. */
  public static final long BILLION = 1_000_000_000;

  private static final Pattern SEPARATOR = Pattern.compile("\\s*,\\s*|\\s+");
  private static final Pattern DECIMAL =
      Pattern.compile("[+-]?(?:[0-9]+(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][+-]?[0-9]{1,4})?");
  private static final int LONGEST_NUMBER = 40;

  private NumberEncoding() {}

  /**
   * The double product with 10⁹, rounded to the nearest integer, a half upwards.
   *
   * @throws IllegalArgumentException if the value is not a number or the product does not fit 64
   *     bits
   */
  public static long timesBillion(double value) {
    double product = value * BILLION;
    if (!(Math.abs(product) < 0x1p63)) {
      throw new IllegalArgumentException("times 10^9 it does not fit 64 bits");
    }
    return Math.round(product);
  }

  static Encoding integers(String input) {
    return each(input, Long::parseLong);
  }

  static Encoding timesBillion(String input) {
    return each(input, word -> timesBillion(Double.parseDouble(word)));
  }

  private static Encoding each(String input, ToLongFunction<String> number) {
    String list = withoutBrackets(input.strip());
    if (list.isEmpty()) return new Encoding.Encoded(new long[0]);
    String[] words = SEPARATOR.split(list, Encoding.MOST_FEATURES + 1);
    if (words.length > Encoding.MOST_FEATURES) {
      return new Encoding.Refused("More than %d numbers.".formatted(Encoding.MOST_FEATURES));
    }
    long[] features = new long[words.length];
    for (int i = 0; i < words.length; i++) {
      if (words[i].length() > LONGEST_NUMBER || !DECIMAL.matcher(words[i]).matches()) {
        return refused(i, "is not a number");
      }
      try {
        features[i] = number.applyAsLong(words[i]);
      } catch (NumberFormatException e) {
        return refused(i, "is not a whole number of 64 bits");
      } catch (IllegalArgumentException e) {
        return refused(i, "is too large");
      }
    }
    return new Encoding.Encoded(features);
  }

  private static Encoding refused(int index, String why) {
    return new Encoding.Refused("Number %d of the list %s.".formatted(index + 1, why));
  }

  private static String withoutBrackets(String list) {
    boolean bracketed = list.length() >= 2 && list.startsWith("[") && list.endsWith("]");
    return bracketed ? list.substring(1, list.length() - 1).strip() : list;
  }
}
