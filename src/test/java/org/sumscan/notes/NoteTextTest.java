package org.sumscan.notes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NoteTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Trained on 1,000 mails. Its labels: spam, ham.",
        "50.5 % at first, 93.2 % now; v1.2 is better than v1.1…",
        "Größe in €, 訓練済み 👍🏽 👩‍👩‍👧",
        "<script>alert(1)</script>",
        "Mine, e.g. for tests",
        "' or 1=1 --"
      })
  void takesPlainText(String text) {
    assertThat(new NoteText("  " + text + " ").text()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "see https://evil.example",
        "HTTPS://EVIL",
        "http : no, but http:// yes",
        "evil.example",
        "go to evil.com/now",
        "www.evil",
        "WwW.evil",
        "me@evil.org",
        "evil。com",
        "evil．com",
        "ｅｖｉｌ．ｃｏｍ",
        "пример.рф",
        "javascript:alert(1)",
        "mailto:me",
        "data:text",
        "ipfs://x"
      })
  void takesNoLinks(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NoteText(text))
        .withMessageContaining("no links");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\u0000b",
        "a\nb",
        "a\tb",
        "a\u202Eb",
        "a\u2066b",
        "a\u2028b",
        "a\uE000b",
        "a\uD800b",
        "a\u200Fb"
      })
  void takesNothingThatCannotBeSeen(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NoteText(text))
        .withMessageContaining("plain text");
  }

  @Test
  void isBoundedByCharactersAsPeopleCountThem() {
    assertThat(new NoteText("x".repeat(280)).text()).hasSize(280);
    assertThat(new NoteText("👍".repeat(280)).text()).hasSize(560);
    for (String text : new String[] {"x".repeat(281), "👍".repeat(281)}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new NoteText(text))
          .withMessageContaining("280");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new NoteText(" \n "))
        .withMessageContaining("needs words");
  }
}
