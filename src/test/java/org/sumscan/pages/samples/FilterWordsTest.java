package org.sumscan.pages.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sumscan.reading.SampleFilter;

class FilterWordsTest {

  private static String of(String name, String value) {
    return FilterWords.of(Map.of(name, value), null);
  }

  @Test
  void readsAsOneWouldSayIt() {
    assertThat(of("fromBlock", "7")).isEqualTo("from block 7");
    assertThat(of("agrees", "no")).isEqualTo("the model disagrees");
    assertThat(of("fromTime", "2026-05-03T10:00")).isEqualTo("from 2026-05-03 10:00");
    assertThat(of("sender", "0x70997970C51812dc3A010C7d01b50e0d17dc79C8"))
        .isEqualTo("added by 0x709979…dc79C8");
    assertThat(of("label", "1")).isEqualTo("labelled class 1");
  }

  @Test
  void namesEveryFilterButTheStatusAndTheOrder() {
    for (String name : SampleFilter.NAMES) {
      boolean shownElsewhere = name.equals("status") || name.equals("order");
      assertThat(of(name, "yes").isEmpty()).as(name).isEqualTo(shownElsewhere);
    }
  }

  @Test
  void keepsStrangersTextHarmless() {
    assertThat(of("text", "a\u202Eb" + "x".repeat(500)))
        .startsWith("with the words ab")
        .hasSizeLessThan(70);
  }
}
