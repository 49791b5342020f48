package org.sumscan.ledger;

import org.jspecify.annotations.Nullable;
import org.sumscan.kernel.Wei;

/**
 * Sums over one model's samples and claims.
 *
 * @param lastSampleTime when its newest sample's block was made, in seconds since 1970
 * @param lastSampleBlock that block's height
 */
public record ModelTotals(
    long samples,
    Wei deposited,
    long refunds,
    Wei refunded,
    long reports,
    Wei reported,
    @Nullable Long lastSampleTime,
    @Nullable Long lastSampleBlock) {

  /** Refunds and reports together. */
  public long claims() {
    return refunds + reports;
  }
}
