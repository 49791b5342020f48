package org.sumscan.incentive;

/** A question that only the contracts of some mechanisms answer. */
public enum Getter {
  /** The mechanism's {@code costWeight()}: the weight of its price, in wei. */
  COST_WEIGHT,
  /** The mechanism's {@code lastUpdateTimeS()}: when its price was reset, in seconds since 1970. */
  LAST_UPDATE,
  /** The mechanism's price of a sample at a time. */
  NEXT_COST_AT,
  /** The data handler's record of whether a sample was reported. */
  WAS_REPORTED
}
