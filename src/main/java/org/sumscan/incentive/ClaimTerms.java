package org.sumscan.incentive;

import org.sumscan.incentive.claim.ClaimKind;

/** What the claims of a model go by: its mechanism's rules and its waits. */
public record ClaimTerms(Mechanism mechanism, Waits waits) {

  /**
   * From when a kind of claim on a sample is open, in seconds since 1970; {@link Mechanism#NEVER}
   * for one that the mechanism does not know.
   *
   * @param added when the sample was added, in seconds since 1970
   */
  public long opens(ClaimKind kind, long added) {
    long wait = mechanism.opensAfter(kind, waits);
    return wait == Mechanism.NEVER ? Mechanism.NEVER : added + wait;
  }
}
