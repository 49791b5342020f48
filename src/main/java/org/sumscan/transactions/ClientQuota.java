package org.sumscan.transactions;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * How many transactions each client may announce within an hour; the least recent are forgotten.
 */
@Component
class ClientQuota {

  static final int AN_HOUR = 200;

  private static final int CLIENTS = 10_000;
  private static final Duration HOUR = Duration.ofHours(1);

  private record Count(Instant since, int taken) {}

  private final InstantSource clock;
  private final Map<String, Count> counts =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Count> eldest) {
          return size() > CLIENTS;
        }
      };

  ClientQuota(InstantSource clock) {
    this.clock = clock;
  }

  synchronized boolean take(String client) {
    Instant now = clock.instant();
    Count count = counts.get(client);
    if (count == null || count.since().plus(HOUR).isBefore(now)) count = new Count(now, 0);
    if (count.taken() >= AN_HOUR) return false;
    counts.put(client, new Count(count.since(), count.taken() + 1));
    return true;
  }
}
