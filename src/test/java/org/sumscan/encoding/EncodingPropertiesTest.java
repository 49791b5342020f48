package org.sumscan.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What must hold for any text, and is tried with many. */
class EncodingPropertiesTest {

  private static final int TEXTS = 500;

  private final Random random = new Random(3);

  /** Any UTF-16, half pairs and NUL included. */
  private String anything() {
    return random
        .ints(random.nextInt(40), 0, 0x10000)
        .mapToObj(unit -> Character.toString((char) unit))
        .collect(Collectors.joining(random.nextBoolean() ? "" : " "));
  }

  @ParameterizedTest
  @EnumSource
  void hashesFitThirtyTwoBitsWhateverTheText(WordHashes variant) {
    for (int i = 0; i < TEXTS; i++) {
      Encoding encoding = variant.encode(anything());
      assertThat(Arrays.stream(((Encoding.Encoded) encoding).features()).boxed())
          .allMatch(hash -> 0 <= hash && hash < 1L << 32);
    }
  }

  @Test
  void aTextGivesTheSameBeforeAndAfterItWasWrittenAsUtf8() {
    for (int i = 0; i < TEXTS; i++) {
      String text = anything();
      String mended = WellFormed.of(text);
      assertThat(new String(mended.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8))
          .isEqualTo(mended);
      assertThat(WordHashes.UTF_8.encode(mended)).isEqualTo(WordHashes.UTF_8.encode(text));
    }
  }

  @Test
  void halfAPairCountsAsTheReplacementCharacterAsInBrowsers() {
    assertThat(WellFormed.of("a\ud800b\udc00\ud83d\ude00")).isEqualTo("a\ufffdb\ufffd\ud83d\ude00");
    assertThat(WordHashes.UTF_8.encode("\ud800"))
        .isEqualTo(WordHashes.UTF_8.encode("\ufffd"))
        .isNotEqualTo(WordHashes.UTF_8.encode("?"));
  }

  @Test
  void aNulIsALetterLikeAnyOther() {
    assertThat(WordHashes.UTF_8.encode("hey\0great"))
        .isNotEqualTo(WordHashes.UTF_8.encode("hey"))
        .isNotEqualTo(WordHashes.UTF_8.encode("hey great"));
  }

  @Test
  void wordsApartGiveTheirHashesInOrder() {
    for (int i = 0; i < TEXTS; i++) {
      String[] words =
          IntStream.range(0, 1 + random.nextInt(5))
              .mapToObj(word -> "w" + random.nextInt(1000))
              .toArray(String[]::new);
      long[] apart =
          Arrays.stream(words)
              .mapToLong(word -> ((Encoding.Encoded) WordHashes.UTF_8.encode(word)).features()[0])
              .toArray();
      assertThat(WordHashes.UTF_8.encode(String.join(" \u3000\t", words)))
          .isEqualTo(new Encoding.Encoded(apart));
    }
  }

  @Test
  void takesLongTextsUpToTheBound() {
    String longWord = "ü".repeat(1_000_000);
    assertThat(((Encoding.Encoded) WordHashes.UTF_8.encode(longWord)).features()).hasSize(1);
    assertThat(((Encoding.Encoded) WordHashes.UTF_8.encode("a ".repeat(20_000))).features())
        .hasSize(20_000);
  }

  @Test
  void aMatchNamesTheWayThatGivesTheFeatures() {
    long[] cased = ((Encoding.Encoded) WordHashes.CASE_KEPT.encode("Great hey")).features();
    long[] seeded = ((Encoding.Encoded) WordHashes.POSITION_SEEDED.encode("hey hey")).features();
    assertThat(Variant.match(Encoder.MURMUR_HASH3, "hey", new long[] {318325784}))
        .contains(Variant.WORDS_UTF_8);
    assertThat(Variant.match(Encoder.MURMUR_HASH3, "Great hey", cased))
        .contains(Variant.WORDS_CASE_KEPT);
    assertThat(Variant.match(Encoder.MURMUR_HASH3, "hey hey", seeded))
        .contains(Variant.WORDS_POSITION_SEEDED);
    assertThat(Variant.match(Encoder.MURMUR_HASH3, "hey hey", cased)).isEmpty();
    assertThat(Variant.match(Encoder.UNIVERSAL_SENTENCE, "hey", new long[] {1})).isEmpty();
  }
}
