package org.sumscan.incentive.claim;

/** What the model now says of a sample's label. */
public enum ModelAnswer {
  /** The prediction is the label. */
  AGREES,
  /** The prediction is another label. */
  DISAGREES,
  /** The prediction reverts, and with it every claim that asks for one. */
  FAILS
}
