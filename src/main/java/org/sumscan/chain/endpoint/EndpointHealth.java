package org.sumscan.chain.endpoint;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.sumscan.chain.NodeFault;
import org.sumscan.chain.NodeTimeout;

/** How an endpoint has behaved of late. Safe for use by several threads. */
public final class EndpointHealth {

  private static final Duration LONGEST_REST = Duration.ofMinutes(1);
  private static final Duration AFTER_TIMEOUT = Duration.ofMinutes(2);
  private static final int MOST_FAILURES = 10;

  private static final State WELL = new State(0, Instant.MIN, Instant.MIN);

  private final InstantSource clock;
  private volatile State state = WELL;

  /**
   * The state at one moment.
   *
   * @param failures how many there were in a row
   */
  private record State(int failures, Instant restsUntil, Instant avoidedUntil) {}

  EndpointHealth(InstantSource clock) {
    this.clock = clock;
  }

  /** Whether it is better to ask another. */
  public boolean rests() {
    return clock.instant().isBefore(state.restsUntil()) || timedOutLately();
  }

  /** Whether it has timed out, and has not answered anything since. */
  public boolean timedOutLately() {
    return clock.instant().isBefore(state.avoidedUntil());
  }

  /** How many faults in a row there were, counted up to {@value #MOST_FAILURES}. */
  public int failures() {
    return state.failures();
  }

  /** It has answered. */
  public void succeeded() {
    state = WELL;
  }

  /**
   * It has not answered: it rests, longer with each fault in a row. After a timeout it is not asked
   * for a while, since whoever asks next would wait as long again.
   */
  public synchronized void failed(NodeFault fault) {
    Instant now = clock.instant();
    int failures = Math.min(state.failures() + 1, MOST_FAILURES);
    long millis = Math.min(LONGEST_REST.toMillis(), 100L << failures);
    Instant avoided = fault instanceof NodeTimeout ? now.plus(AFTER_TIMEOUT) : state.avoidedUntil();
    state = new State(failures, now.plusMillis(millis), avoided);
  }
}
