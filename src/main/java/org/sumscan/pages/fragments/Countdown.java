package org.sumscan.pages.fragments;

import org.jspecify.annotations.Nullable;
import org.sumscan.ledger.ClaimStatus;
import org.sumscan.ledger.OpenState;
import org.sumscan.pages.text.Durations;
import org.sumscan.reading.SampleStatus;

/**
 * Something that opens at a time, counted from the time of the chain's newest block.
 *
 * @param what opens, such as {@code Refundable}
 * @param from when, in seconds since 1970
 * @param now the block's time, in seconds since 1970
 * @param in how long from then, in words
 */
public record Countdown(String what, long from, long now, String in) {

  /** What opens next of a sample; null where nothing does. */
  public static @Nullable Countdown next(SampleStatus status, long now) {
    OpenState open = status.open();
    if (open == null) return null;
    if (now < open.refundFrom()) return of("Claims open", open.refundFrom(), now);
    return anyone(open, now);
  }

  /** From when the author can claim; null where that has come. */
  public static @Nullable Countdown refund(OpenState open, long now) {
    return now < open.refundFrom()
        ? of(ClaimStatus.REFUNDABLE.title(), open.refundFrom(), now)
        : null;
  }

  /** From when anyone can take it; null where that has come, or never does. */
  public static @Nullable Countdown anyone(OpenState open, long now) {
    return open.canBeTaken() && now < open.anyoneFrom()
        ? of("Anyone can take it", open.anyoneFrom(), now)
        : null;
  }

  private static Countdown of(String what, long from, long now) {
    return new Countdown(what, from, now, "in " + Durations.about(from - now));
  }
}
