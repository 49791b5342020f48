package org.sumscan.ledger.search;

import java.util.Map;
import org.sumscan.ledger.ClaimStatus;

/**
 * How many samples match some criteria, in all and by claim status; each exact up to {@link
 * BoundedCount#MOST}.
 */
public record SampleCounts(BoundedCount all, Map<ClaimStatus, BoundedCount> byStatus) {

  /** Takes a copy. */
  public SampleCounts {
    byStatus = Map.copyOf(byStatus);
  }
}
