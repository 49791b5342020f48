package org.sumscan.ledger.search;

import java.util.Map;
import org.sumscan.ledger.ClaimStatus;

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
