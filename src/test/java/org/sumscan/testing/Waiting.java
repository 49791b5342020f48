package org.sumscan.testing;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.awaitility.pollinterval.IterativePollInterval;
import org.awaitility.pollinterval.PollInterval;

/**
 * Waits until something holds, for a bounded time, and fails with what was waited for. What shows
 * on a page is for Playwright's own assertions to wait for.
 */
public final class Waiting {

  private static final Duration TIMEOUT = Duration.ofMinutes(2);

  /** Twice as long each time, up to a twentieth of a second. */
  private static final PollInterval OFTEN_AT_FIRST =
      IterativePollInterval.iterative(
          last -> last.toMillis() < 50 ? last.multipliedBy(2) : last, Duration.ofMillis(1));

  private Waiting() {}

  /**
   * Asks again and again until it holds, for two minutes at most.
   *
   * @param what what is waited for, as the failure says it
   */
  public static void until(String what, Callable<Boolean> holds) {
    until(what, TIMEOUT, holds, held -> held);
  }

  /**
   * Asks again and again until the answer is as it should be, for two minutes at most.
   *
   * @param what what is waited for, as the failure says it beside the last answer
   * @return the first such answer
   */
  public static <T> T until(String what, Callable<T> ask, Predicate<? super T> isWanted) {
    return until(what, TIMEOUT, ask, isWanted);
  }

  static <T> T until(
      String what, Duration timeout, Callable<T> ask, Predicate<? super T> isWanted) {
    AtomicReference<Object> last = new AtomicReference<>("none");
    try {
      return Awaitility.await(what)
          .atMost(timeout)
          .pollDelay(Duration.ZERO)
          .pollInterval(OFTEN_AT_FIRST)
          .until(
              () -> {
                T answer = ask.call();
                last.set(answer);
                return answer;
              },
              isWanted);
    } catch (ConditionTimeoutException late) {
      throw new AssertionError(
          "timeout after %d seconds of waiting until %s; the last answer was %s"
              .formatted(timeout.toSeconds(), what, last.get()),
          late);
    }
  }
}
