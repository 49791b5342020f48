package org.sumscan.ledger;

import org.sumscan.kernel.Wei;

/** How often a sample was refunded and reported, and for how much. */
public record ClaimTotals(int refunds, Wei refunded, int reports, Wei reported) {

  /** Nothing claimed. */
  public static final ClaimTotals NONE = new ClaimTotals(0, Wei.ZERO, 0, Wei.ZERO);

  /** All that was paid out. */
  public Wei paid() {
    return refunded.plus(reported);
  }
}
