package org.sumscan.ledger;

import java.util.Map;

/**
 * How many samples match some criteria, wherever they stand, and how many stand where; each exact
 * up to {@link BoundedCount#MOST}.
 */
public record SampleCounts(BoundedCount all, Map<ClaimStatus, BoundedCount> standing) {

  /** Takes a copy. */
  public SampleCounts {
    standing = Map.copyOf(standing);
  }
}
