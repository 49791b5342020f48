package org.sumscan.incentive.claim;

import java.util.OptionalLong;

/**
 * One check of a claim and how it came out.
 *
 * @param holds whether it passes now
 * @param from for a wait, the first second since 1970 at which it is over; empty for other checks
 * @param until for what time ends, the first second since 1970 at which it no longer holds; empty
 *     for other checks
 */
public record Condition(Check check, boolean holds, OptionalLong from, OptionalLong until) {

  /** A check that time does not change. */
  public static Condition of(Check check, boolean holds) {
    return new Condition(check, holds, OptionalLong.empty(), OptionalLong.empty());
  }
}
