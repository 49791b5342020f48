package org.sumscan.incentive;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sumscan.incentive.claim.Check;

/** Whoever reads a checklist is told what is so, shortly, and what to do about it. */
class CheckTest {

  private static final Pattern GENDERED = Pattern.compile("(?i)\\b(he|him|his|she|her|hers)\\b");
  private static final int SHORT = 70;

  @ParameterizedTest
  @EnumSource
  void saysWhatIsSoInAFewWords(Check check) {
    for (boolean holds : new boolean[] {true, false}) {
      assertThat(check.words(holds))
          .hasSizeLessThan(SHORT)
          .matches("[A-Z].*[^.]")
          .doesNotContainPattern(GENDERED)
          .doesNotContain("claimant");
    }
    assertThat(check.words(true)).isNotEqualTo(check.words(false));
  }

  @ParameterizedTest
  @EnumSource
  void saysWhatFollowsInSentences(Check check) {
    assertThat(check.remedy()).matches("[A-Z].*\\.").doesNotContainPattern(GENDERED);
  }
}
