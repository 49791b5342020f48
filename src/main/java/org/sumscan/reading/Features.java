package org.sumscan.reading;

import java.util.List;
import java.util.regex.Pattern;
import org.sumscan.encoding.Encoding;
import org.sumscan.reading.typed.TypedText;

/** Encoded features as people and programs write them: whole numbers of 64 bits with a sign. */
public final class Features {

  private static final int LONGEST_NUMBER = 20;
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+");
  private static final Pattern SEPARATOR = Pattern.compile("\\s*[,;]\\s*|\\s+");

  private Features() {}

  /**
   * Reads numbers set apart by commas, semicolons, blanks or line ends; brackets around them are
   * allowed.
   *
   * @throws InvalidQuestion if something else is in the text, or too many numbers
   */
  public static long[] read(String text) {
    String list = plain(text);
    if (list.startsWith("[") && list.endsWith("]") && list.length() > 1) {
      list = list.substring(1, list.length() - 1).strip();
    }
    if (list.isEmpty()) return new long[0];
    return read(List.of(SEPARATOR.split(list, Encoding.MOST_FEATURES + 2)));
  }

  /**
   * Reads decimal numbers: the digits 0 to 9, and a minus in front of a negative one.
   *
   * @throws InvalidQuestion if one is not a whole number of 64 bits, or there are too many
   */
  public static long[] read(List<String> numbers) {
    if (numbers.size() > Encoding.MOST_FEATURES) {
      throw new InvalidQuestion("A question has at most " + Encoding.MOST_FEATURES + " features.");
    }
    long[] features = new long[numbers.size()];
    for (int i = 0; i < features.length; i++) {
      features[i] = number(numbers.get(i), i);
    }
    return features;
  }

  /**
   * A typed list of numbers without what was pasted with it unseen.
   *
   * @throws InvalidQuestion if it can be read in two ways
   */
  static String plain(String typed) {
    try {
      return TypedText.numbers(typed);
    } catch (IllegalArgumentException ambiguous) {
      throw new InvalidQuestion(String.valueOf(ambiguous.getMessage()));
    }
  }

  private static long number(String text, int place) {
    try {
      if (text.length() <= LONGEST_NUMBER && NUMBER.matcher(text).matches()) {
        return Long.parseLong(text);
      }
    } catch (NumberFormatException e) {
      // Said below, together with what is no number at all.
    }
    throw new InvalidQuestion(
        "Feature %d is not a whole number within -2^63 and 2^63 - 1; features are counted from 0."
            .formatted(place));
  }
}
