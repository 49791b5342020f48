package org.sumscan.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.TimeUnit;

/**
 * Counts requests against their limits, in a token bucket for each client and limit; safe for any
 * thread. A bucket is forgotten once it would be full again, and if there are too many clients.
 */
public final class RateLimiter {

  /** The most buckets that are kept. */
  static final int MOST_BUCKETS = 10_000;

  private record Key(String client, RateLimit limit) {}

  private final TimeMeter time;
  private final Cache<Key, Bucket> buckets;

  /** With all buckets full. */
  public RateLimiter(InstantSource clock) {
    this(clock, MOST_BUCKETS);
  }

  RateLimiter(InstantSource clock, int mostBuckets) {
    this.time = new ClockTime(clock);
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(mostBuckets)
            .expireAfter(Expiry.<Key, Bucket>accessing((key, bucket) -> key.limit().untilFull()))
            .ticker(time::currentTimeNanos)
            // At once, or a crowd of clients could outrun the thread that makes room.
            .executor(Runnable::run)
            .build();
  }

  /**
   * Takes one request from what a client has left.
   *
   * @return zero, or if nothing is left the time until there is, in whole seconds from 1
   */
  public Duration take(String client, RateLimit limit) {
    Bucket bucket = buckets.get(new Key(client, limit), key -> full(key.limit()));
    long nanos = bucket.tryConsumeAndReturnRemaining(1).getNanosToWaitForRefill();
    return Duration.ofSeconds(Math.ceilDiv(nanos, TimeUnit.SECONDS.toNanos(1)));
  }

  /** How many buckets are kept. */
  long size() {
    buckets.cleanUp();
    return buckets.estimatedSize();
  }

  private Bucket full(RateLimit limit) {
    return Bucket.builder().addLimit(limit.bandwidth()).withCustomTimePrecision(time).build();
  }

  private record ClockTime(InstantSource clock) implements TimeMeter {

    @Override
    public long currentTimeNanos() {
      return TimeUnit.MILLISECONDS.toNanos(clock.millis());
    }

    @Override
    public boolean isWallClockBased() {
      return true;
    }
  }
}
