package org.sumscan.encoding;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.MurmurHash3;

/**
 * The three ways to turn a text into hashes of its words that answer to the name MurmurHash3: all
 * take the 32-bit variant for x86 as an unsigned number, and keep order and repeats.
 */
public enum WordHashes {
  /** Ours: lower-cased words over UTF-8, with the seed 0. */
  UTF_8 {
    @Override
    long[] hashes(String text) {
      return words(text.toLowerCase(Locale.ROOT)).mapToLong(word -> hash(utf8(word), 0)).toArray();
    }
  },
  /** Words as they are written over UTF-8, with the seed 0, as the original's simulation does. */
  CASE_KEPT {
    @Override
    long[] hashes(String text) {
      return words(text).mapToLong(word -> hash(utf8(word), 0)).toArray();
    }
  },
  /**
   * As the original's page does: lower-cased words, the low byte of each UTF-16 unit, the word's
   * position as the seed, and the empty words at the ends count.
   */
  POSITION_SEEDED {
    @Override
    long[] hashes(String text) {
      String[] words = WHITE_SPACE.split(text.toLowerCase(Locale.ROOT), -1);
      long[] hashes = new long[words.length];
      for (int i = 0; i < words.length; i++) hashes[i] = hash(lowBytes(words[i]), i);
      return hashes;
    }
  };

  /** What ECMAScript calls white space. */
  private static final Pattern WHITE_SPACE =
      Pattern.compile(
          "[\\t-\\r \\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000\\ufeff]+");

  /**
   * Hashes each word.
   *
   * @param text untrusted, of any length
   */
  public Encoding encode(String text) {
    long[] hashes = hashes(text);
    return hashes.length > Encoding.MOST_FEATURES
        ? new Encoding.Refused("More than %d words.".formatted(Encoding.MOST_FEATURES))
        : new Encoding.Encoded(hashes);
  }

  abstract long[] hashes(String text);

  private static Stream<String> words(String text) {
    return Arrays.stream(WHITE_SPACE.split(text)).filter(word -> !word.isEmpty());
  }

  private static long hash(byte[] bytes, int seed) {
    return Integer.toUnsignedLong(MurmurHash3.hash32x86(bytes, 0, bytes.length, seed));
  }

  private static byte[] utf8(String word) {
    return WellFormed.of(word).getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] lowBytes(String word) {
    byte[] bytes = new byte[word.length()];
    for (int i = 0; i < bytes.length; i++) bytes[i] = (byte) word.charAt(i);
    return bytes;
  }
}
