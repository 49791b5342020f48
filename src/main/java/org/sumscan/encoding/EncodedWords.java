package org.sumscan.encoding;

import java.math.BigInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Features that are encoded already, as clients of the original system send them in the place of a
 * picture: a JSON array of hexadecimal words in quotation marks.
 */
final class EncodedWords {

  private static final Pattern WORD = Pattern.compile("\"(-?)0[xX]([0-9a-fA-F]{1,64})\"");
  private static final int INT64_DIGITS = 16;
  private static final int INT256_DIGITS = 64;

  private EncodedWords() {}

  static Encoding encode(String text) {
    String list = text.strip();
    if (list.length() < 2 || !list.startsWith("[") || !list.endsWith("]")) return refused();
    String inner = list.substring(1, list.length() - 1).strip();
    if (inner.isEmpty()) return new Encoding.Encoded(new long[0]);
    String[] words = inner.split("\\s*,\\s*", Encoding.MOST_FEATURES + 1);
    if (words.length > Encoding.MOST_FEATURES) {
      return new Encoding.Refused("More than %d words.".formatted(Encoding.MOST_FEATURES));
    }
    long[] features = new long[words.length];
    for (int i = 0; i < words.length; i++) {
      Matcher word = WORD.matcher(words[i]);
      if (!word.matches()) return refused();
      BigInteger value = value(word.group(2));
      BigInteger feature = word.group(1).isEmpty() ? value : value.negate();
      if (feature.bitLength() > 63) {
        return new Encoding.Refused("Word %d has more than 64 bits.".formatted(i + 1));
      }
      features[i] = feature.longValue();
    }
    return new Encoding.Encoded(features);
  }

  /** Whole words of 64 and 256 bits are in two's complement, as contracts have them. */
  private static BigInteger value(String digits) {
    BigInteger value = new BigInteger(digits, 16);
    boolean whole = digits.length() == INT64_DIGITS || digits.length() == INT256_DIGITS;
    int bits = 4 * digits.length();
    return whole && value.testBit(bits - 1)
        ? value.subtract(BigInteger.ONE.shiftLeft(bits))
        : value;
  }

  private static Encoding refused() {
    return new Encoding.Refused("That is no list of hexadecimal words.");
  }
}
