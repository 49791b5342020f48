package org.sumscan.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sumscan.testing.SettableClock;

class RateLimiterTest {

  private static final RateLimit TEN = RateLimit.perMinute(10, 20);

  private final SettableClock clock = new SettableClock(Instant.EPOCH);
  private final RateLimiter limiter = new RateLimiter(clock, 50);

  private boolean isTaken(String client, RateLimit limit) {
    return limiter.take(client, limit).isZero();
  }

  private int takenInARow(String client, RateLimit limit) {
    int taken = 0;
    while (isTaken(client, limit)) taken++;
    return taken;
  }

  @Test
  void refillsEvenlyUpToTheBurst() {
    assertThat(takenInARow("a", TEN)).isEqualTo(10);
    assertThat(limiter.take("a", TEN)).isEqualTo(Duration.ofSeconds(3));
    clock.advance(Duration.ofSeconds(9));
    assertThat(takenInARow("a", TEN)).isEqualTo(3);
    clock.advance(Duration.ofHours(1));
    assertThat(takenInARow("a", TEN)).isEqualTo(10);
  }

  @Test
  void refillsAnHoursRequestsAllAtOnce() {
    RateLimit hourly = RateLimit.perHour(5);
    assertThat(takenInARow("a", hourly)).isEqualTo(5);
    clock.advance(Duration.ofMinutes(59));
    assertThat(limiter.take("a", hourly)).isEqualTo(Duration.ofMinutes(1));
    clock.advance(Duration.ofMinutes(1));
    assertThat(takenInARow("a", hourly)).isEqualTo(5);
  }

  @Test
  void countsEachClientAndEachLimitApart() {
    assertThat(takenInARow("a", TEN)).isEqualTo(10);
    assertThat(takenInARow("b", TEN)).isEqualTo(10);
    assertThat(takenInARow("a", RateLimit.perMinute(2, 1))).isEqualTo(2);
  }

  @Test
  void keepsSoManyBucketsAndNoMoreHoweverManyClientsAsk() {
    for (int i = 0; i < 1_000; i++) limiter.take("client " + i, TEN);
    assertThat(limiter.size()).isLessThanOrEqualTo(50);
  }

  @Test
  void forgetsABucketOnceItWouldBeFullAgain() {
    limiter.take("a", TEN);
    clock.advance(Duration.ofSeconds(29));
    assertThat(limiter.size()).isEqualTo(1);
    clock.advance(Duration.ofSeconds(10));
    assertThat(limiter.size()).isZero();
  }

  @Test
  void givesNothingTwiceHoweverManyAskAtOnce() throws Exception {
    Callable<Boolean> one = () -> isTaken("a", TEN);
    int taken = 0;
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      for (Future<Boolean> answer :
          threads.invokeAll(IntStream.range(0, 200).mapToObj(i -> one).toList())) {
        if (answer.get()) taken++;
      }
    }
    assertThat(taken).isEqualTo(10);
  }
}
