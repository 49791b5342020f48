package org.sumscan.incentive.claim;

/**
 * Which claims a sample can still have, whatever the time and the model's answer.
 *
 * @param refund whether its author can still be refunded
 * @param report whether others can still report it
 */
public record RemainingClaims(boolean refund, boolean report) {

  /** Nothing can be claimed any more. */
  public static final RemainingClaims NONE = new RemainingClaims(false, false);

  /** Whether any claim is left. */
  public boolean any() {
    return refund || report;
  }
}
