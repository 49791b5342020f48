package org.sumscan.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WordHashesTest {

  @Test
  void hashesEachLowerCasedWordWithSeedZero() {
    assertThat(features(WordHashes.UTF_8, "Hey blockchain\tGREAT"))
        .containsExactly(318325784, 3905957473L, 198527388);
  }

  @Test
  void keepsOrderAndRepeats() {
    assertThat(features(WordHashes.UTF_8, "great hey great"))
        .containsExactly(198527388, 318325784, 198527388);
  }

  @Test
  void hashesTheUtf8BytesOfLettersBeyondAscii() {
    assertThat(features(WordHashes.UTF_8, "Grüße 日本語 naïve"))
        .containsExactly(1418952266, 2779017879L, 992511445);
  }

  @Test
  void dropsEmptyWords() {
    assertThat(features(WordHashes.UTF_8, "  hey \n\u00a0great\u3000")).hasSize(2);
    assertThat(features(WordHashes.UTF_8, "")).isEmpty();
    assertThat(features(WordHashes.UTF_8, " \t ")).isEmpty();
  }

  @Test
  void keepsTheCaseForTheSimulation() {
    assertThat(features(WordHashes.CASE_KEPT, "great Great")).containsExactly(198527388, 872309887);
  }

  @Test
  void seedsWithThePositionForTheOriginalPage() {
    assertThat(features(WordHashes.POSITION_SEEDED, "great great "))
        .containsExactly(198527388, 105255340, 821347078);
    assertThat(features(WordHashes.POSITION_SEEDED, "it was  Great great "))
        .containsExactly(2126841918, 636059357, 528759869, 319789029, 614249093);
  }

  @Test
  void cutsCharactersToTheirLowByteForTheOriginalPage() {
    assertThat(features(WordHashes.POSITION_SEEDED, "日本語")).containsExactly(450827494);
    assertThat(features(WordHashes.POSITION_SEEDED, "naïve")).containsExactly(3026272675L);
  }

  @Test
  void refusesMoreWordsThanAnySampleHolds() {
    assertThat(WordHashes.UTF_8.encode("a ".repeat(Encoding.MOST_FEATURES + 1)))
        .isInstanceOf(Encoding.Refused.class);
  }

  private static long[] features(WordHashes variant, String text) {
    return ((Encoding.Encoded) variant.encode(text)).features();
  }
}
