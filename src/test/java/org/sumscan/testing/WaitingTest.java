package org.sumscan.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class WaitingTest {

  @Test
  void answersWithTheFirstThatIsWanted() {
    AtomicInteger asked = new AtomicInteger();
    assertThat(Waiting.until("it is three", asked::incrementAndGet, count -> count == 3))
        .isEqualTo(3);
    assertThat(asked).hasValue(3);
  }

  @Test
  void saysWhatItWaitedForAndWhatTheLastAnswerWas() {
    assertThatThrownBy(
            () ->
                Waiting.until("pigs fly", Duration.ofSeconds(1), () -> "on foot", "flying"::equals))
        .isInstanceOf(AssertionError.class)
        .hasMessage(
            "timeout after 1 seconds of waiting until pigs fly; the last answer was on foot");
  }

  @Test
  void endsAtOnceWhenAskingFails() {
    AtomicInteger asked = new AtomicInteger();
    assertThatThrownBy(
            () ->
                Waiting.until(
                    "it answers",
                    () -> {
                      asked.incrementAndGet();
                      throw new IllegalStateException("gone");
                    }))
        .hasMessage("gone");
    assertThat(asked).hasValue(1);
  }
}
