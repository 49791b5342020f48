package org.sumscan.reading;

import java.util.ArrayList;
import java.util.List;

/** Encoded features as people and programs write them: whole numbers of 64 bits with a sign. */
public final class Features {

  private static final int LONGEST_NUMBER = 20;

  private Features() {}

  /**
   * Reads numbers set apart by commas, blanks or line ends; brackets around them are allowed.
   *
   * @throws InvalidQuestion if something else is in the text, or too many numbers
   */
  public static long[] read(String text) {
    List<String> numbers = new ArrayList<>();
    for (String number : text.strip().replaceAll("^\\[|]$", "").split("[\\s,;]+")) {
      if (!number.isEmpty()) numbers.add(number);
    }
    return read(numbers);
  }

  /**
   * Reads decimal numbers.
   *
   * @throws InvalidQuestion if one is not a whole number of 64 bits, or there are too many
   */
  public static long[] read(List<String> numbers) {
    if (numbers.size() > ModelAnswers.MOST_FEATURES) {
      throw new InvalidQuestion(
          "A question has at most " + ModelAnswers.MOST_FEATURES + " features.");
    }
    long[] features = new long[numbers.size()];
    for (int i = 0; i < features.length; i++) {
      features[i] = number(numbers.get(i), i);
    }
    return features;
  }

  private static long number(String text, int place) {
    try {
      if (text.length() <= LONGEST_NUMBER) return Long.parseLong(text);
    } catch (NumberFormatException e) {
      // Said below, together with numbers that are too long to be parsed.
    }
    throw new InvalidQuestion(
        "Feature " + place + " is not a whole number within -2^63 and 2^63 - 1.");
  }
}
