package org.sumscan.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sumscan.testing.Abi;

/** Older contracts say why in texts; the telling words are enough, however they are put. */
class KnownMessageTest {

  private static RevertReason said(String text) {
    return RevertReason.of(Abi.joined(Abi.selector("Error(string)"), Abi.tuple(List.of(text))));
  }

  @ParameterizedTest
  @CsvSource({
    "NOT ENOUGH TIME yet, has not passed enough time",
    "there was no reward left here, no reward left!",
  })
  void knowsATextByItsTellingWords(String one, String other) {
    assertThat(said(one)).isEqualTo(said(other));
    assertThat(said(one).reason()).doesNotContain(one);
  }

  @Test
  void tellsAgreementFromDisagreement() {
    assertThat(said("the model doesn't agree").reason()).contains("does not agree");
    assertThat(said("the model should not agree").reason()).contains("model agrees");
  }

  @Test
  void quotesWhatItDoesNotKnow() {
    assertThat(said("out of cheese").reason()).contains("“out of cheese”");
  }
}
