package org.sumscan.incentive;

/** By which right a claimant asks for a deposit. */
public enum Way {
  /** An author gets the deposit of a sample back that the model agrees with. */
  REFUND,
  /** A reporter gets a share for a sample that the model disagrees with; nothing under points. */
  SHARE,
  /** The model's owner takes what is left after the owner's wait. */
  OWNER,
  /** Anyone takes what is left after the longest wait. */
  ANYONE
}
