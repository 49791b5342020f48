package org.sumscan.operations.web;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.sumscan.reading.ClientNetwork;

/**
 * How many costly requests each client may still make: 60 at once, and 10 more every second; of an
 * IPv6 network of 64 bits all addresses are one client. The least recent clients are forgotten.
 */
@Component
final class ClientShares {

  static final int BURST = 60;
  static final int PER_SECOND = 10;
  static final int CLIENTS = 10_000;

  private record Share(double left, long at) {}

  private final InstantSource clock;
  private final Map<String, Share> shares =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Share> eldest) {
          return size() > CLIENTS;
        }
      };

  ClientShares(InstantSource clock) {
    this.clock = clock;
  }

  /** Takes one request from a client's share; false if nothing is left of it. */
  synchronized boolean take(String address) {
    String client = ClientNetwork.of(address);
    long now = clock.millis();
    Share share = shares.getOrDefault(client, new Share(BURST, now));
    double grown = Math.max(0, now - share.at) * PER_SECOND / 1000.0;
    double left = Math.min(BURST, share.left + grown);
    boolean taken = left >= 1;
    shares.put(client, new Share(taken ? left - 1 : left, now));
    return taken;
  }
}
