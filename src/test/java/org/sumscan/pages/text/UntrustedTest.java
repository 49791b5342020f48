package org.sumscan.pages.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

class UntrustedTest {

  @Test
  void keepsOrdinaryTextOfAnyLanguage() {
    assertThat(Untrusted.line("Spam or not? Größe 数字 שלום", 80).text())
        .isEqualTo("Spam or not? Größe 数字 שלום");
  }

  @Test
  void dropsNulAndOtherControlCharacters() {
    assertThat(Untrusted.line("a\u0000b\u0007c\u001bd", 80).text()).isEqualTo("abcd");
  }

  @Test
  void makesOneLineOfMany() {
    assertThat(Untrusted.line("  one\r\n\ttwo\u2028three  ", 80).text()).isEqualTo("one two three");
  }

  @Test
  void dropsCharactersThatTurnTheWritingRound() {
    assertThat(Untrusted.line("pay \u202Eevil\u2066\u200F now", 80).text())
        .isEqualTo("pay evil now");
  }

  @Test
  void boundsTowersOfAccents() {
    assertThat(Untrusted.line("q" + "\u0323".repeat(500), 80).text())
        .isEqualTo("q" + "\u0323".repeat(2));
  }

  @Test
  void cutsAtTheLimitAndSaysSo() {
    Untrusted cut = Untrusted.line("abcdef", 4);
    assertThat(cut.text()).isEqualTo("abcd…");
    assertThat(cut.shortened()).isTrue();
    assertThat(Untrusted.line("abcd", 4)).isEqualTo(new Untrusted("abcd", false, false));
  }

  @Test
  void cutsAMegabyteShort() {
    assertThat(Untrusted.line("x".repeat(1 << 20), 100).text()).hasSize(101);
    assertThat(Untrusted.line(" ".repeat(1 << 20), 100).text().length()).isLessThan(3);
  }

  @Test
  void hasOtherWordsForWhatCannotBeSeen() {
    assertThat(Untrusted.line("\u0000\u200B \u2060", 80).or("unnamed")).isEqualTo("unnamed");
  }

  @Test
  void neverShowsMoreThanTheLimitOrHalfACharacter() {
    Random random = new Random(7);
    for (int round = 0; round < 2000; round++) {
      StringBuilder raw = new StringBuilder();
      for (int i = random.nextInt(60); i > 0; i--) {
        raw.append((char) random.nextInt(0x10000));
      }
      String shown = Untrusted.line(raw.toString(), 20).text();
      assertThat(shown.codePointCount(0, shown.length())).isLessThanOrEqualTo(21 * 4);
      assertThat(shown.codePoints())
          .noneMatch(point -> Character.getType(point) == Character.SURROGATE)
          .noneMatch(Character::isISOControl);
    }
  }
}
