package org.sumscan.operations.web;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.sumscan.reading.ClientNetwork;

/**
 * How much of each kind of work each client may still ask for; of an IPv6 network of 64 bits all
 * addresses are one client. The least recent clients are forgotten.
 */
@Component
final class ClientShares {

  static final int CLIENTS = 10_000;
  private static final double MINUTE = 60_000;

  private record Key(String client, Work work) {}

  private record Share(double left, long at) {}

  private final InstantSource clock;
  private final Map<Key, Share> shares =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, Share> eldest) {
          return size() > CLIENTS;
        }
      };

  ClientShares(InstantSource clock) {
    this.clock = clock;
  }

  /**
   * Takes one request from a client's share.
   *
   * @return 0, or if nothing is left the seconds until something is
   */
  synchronized int take(String address, Work work) {
    if (work == Work.READING) return 0;
    Key key = new Key(ClientNetwork.of(address), work);
    long now = clock.millis();
    Share share = shares.getOrDefault(key, new Share(work.atOnce(), now));
    double grown = Math.max(0, now - share.at) * work.perMinute() / MINUTE;
    double left = Math.min(work.atOnce(), share.left + grown);
    boolean taken = left >= 1;
    shares.put(key, new Share(taken ? left - 1 : left, now));
    if (taken) return 0;
    // To a whole second, but not one more for a fraction that only rounding has made.
    long wait = Math.round((1 - left) * MINUTE / work.perMinute());
    return (int) Math.max(1, (wait + 999) / 1000);
  }
}
