package org.sumscan.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShownTextTest {

  @Test
  void replacesWhatCannotBeStoredOrSeen() {
    assertThat(ShownText.of("a\0b\u001b[31mc\u202Egnp.exe\ud800", 100))
        .isEqualTo("a\uFFFDb\uFFFD[31mc\uFFFDgnp.exe\uFFFD");
  }

  @Test
  void keepsLinesTabsAndOtherScripts() {
    assertThat(ShownText.of("Ein\n\tModell für 日本語 👩‍🔬", 100))
        .isEqualTo("Ein\n\tModell für 日本語 👩‍🔬");
  }

  @Test
  void cutsBetweenCharactersAndSaysSo() {
    assertThat(ShownText.of("12345", 5)).isEqualTo("12345");
    assertThat(ShownText.of("123456", 5)).isEqualTo("1234…");
    assertThat(ShownText.of("123👩456", 5)).isEqualTo("123…");
    assertThat(ShownText.of("x".repeat(10_000_000), 200)).hasSize(200);
  }
}
