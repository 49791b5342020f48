package org.sumscan.limits;

import io.github.bucket4j.Bandwidth;
import java.time.Duration;

/** How many requests a client may make at once, and how fast it gets them back. */
public final class RateLimit {

  private final Bandwidth bandwidth;
  private final Duration untilFull;

  private RateLimit(Bandwidth bandwidth, Duration untilFull) {
    this.bandwidth = bandwidth;
    this.untilFull = untilFull;
  }

  /**
   * A token bucket that refills evenly.
   *
   * @param burst how many at once, from 1
   * @param perMinute how many more in each minute, from 1
   */
  public static RateLimit perMinute(int burst, int perMinute) {
    return new RateLimit(
        Bandwidth.builder().capacity(burst).refillGreedy(perMinute, Duration.ofMinutes(1)).build(),
        Duration.ofMinutes(1).multipliedBy(burst).dividedBy(perMinute));
  }

  /**
   * So many within each hour, counted from a client's first.
   *
   * @param most from 1
   */
  public static RateLimit perHour(int most) {
    Duration hour = Duration.ofHours(1);
    return new RateLimit(
        Bandwidth.builder().capacity(most).refillIntervally(most, hour).build(), hour);
  }

  /** How many requests a client may make at once. */
  public int burst() {
    return Math.toIntExact(bandwidth.getCapacity());
  }

  Bandwidth bandwidth() {
    return bandwidth;
  }

  /** After how long without a request a client's bucket is as good as a new one. */
  Duration untilFull() {
    return untilFull;
  }
}
