package org.sumscan.chain.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** An endpoint is asked for as much as it answers: less at once, more by and by. */
class AdaptiveRangeTest {

  private final AdaptiveRange range = new AdaptiveRange();

  private void answer(int times) {
    for (int i = 0; i < times; i++) range.answered(range.blocks(), 1_000);
  }

  @Test
  void asksForMoreAfterSmallAnswers() {
    answer(20);
    assertThat(range.blocks()).isEqualTo(100_000);
  }

  @Test
  void staysBelowWhatWasRefusedForAWhile() {
    answer(5);
    range.refused(1024);
    assertThat(range.blocks()).isEqualTo(512);
    answer(16);
    assertThat(range.blocks()).isBetween(512L, 1023L);
  }

  @Test
  void oneFaultOnAShortRangeDoesNotMakeItSmallForGood() {
    range.refused(2);
    assertThat(range.blocks()).isEqualTo(1);
    answer(5_000);
    assertThat(range.blocks()).isGreaterThan(1_000);
  }
}
