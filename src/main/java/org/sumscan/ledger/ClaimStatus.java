package org.sumscan.ledger;

/**
 * Where a sample can stand; those that depend on time are ranges of time, so nothing keeps them.
 */
public enum ClaimStatus {
  /** Nothing was claimed, and it is too early for any claim. */
  WAITING,
  /** Nothing was claimed, and it no longer is too early. */
  OPEN,
  /** Something was claimed, and something still can be. */
  PARTLY_CLAIMED,
  /** Nothing is left to claim. */
  CLAIMED,
  /** Its author can claim: it is time, and the model agrees with the label. */
  REFUNDABLE,
  /** Others can report it for a share: it is time, and the model disagrees with the label. */
  REPORTABLE,
  /** Whoever comes first can take what is left. */
  ANYONE_CAN_TAKE
}
