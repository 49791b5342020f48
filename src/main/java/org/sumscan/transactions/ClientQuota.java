package org.sumscan.transactions;

import java.time.InstantSource;
import org.springframework.stereotype.Component;
import org.sumscan.limits.RateLimit;
import org.sumscan.limits.RateLimiter;

/** How many transactions each client may announce within an hour. */
@Component
class ClientQuota {

  static final int AN_HOUR = 200;

  private static final RateLimit LIMIT = RateLimit.perHour(AN_HOUR);

  private final RateLimiter limiter;

  ClientQuota(InstantSource clock) {
    this.limiter = new RateLimiter(clock);
  }

  /** Counts one; whether the client had one left. */
  boolean take(String client) {
    return limiter.take(client, LIMIT).isZero();
  }
}
