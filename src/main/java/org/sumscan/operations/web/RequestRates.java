package org.sumscan.operations.web;

import java.time.Duration;
import java.time.InstantSource;
import org.springframework.stereotype.Component;
import org.sumscan.limits.ClientNetwork;
import org.sumscan.limits.RateLimiter;

/** Limits how often each client may make requests of each class, but for reading pages. */
@Component
final class RequestRates {

  private final RateLimiter limiter;

  RequestRates(InstantSource clock) {
    this.limiter = new RateLimiter(clock);
  }

  /**
   * Counts a request.
   *
   * @param address whose it is; of an IPv6 network of 64 bits all addresses are one client
   * @return zero, or if it is one too many the time until the next is answered, in whole seconds
   */
  Duration take(String address, RequestClass kind) {
    return kind.rate() == null
        ? Duration.ZERO
        : limiter.take(ClientNetwork.of(address), kind.rate());
  }
}
