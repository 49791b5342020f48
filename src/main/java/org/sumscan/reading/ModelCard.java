package org.sumscan.reading;

import org.sumscan.accuracy.Figures;
import org.sumscan.catalog.Model;
import org.sumscan.kernel.Wei;
import org.sumscan.ledger.totals.ModelTotals;

/**
 * A model together with what is counted and measured of it.
 *
 * @param depositNow what a sample costs as of the chain's newest block; nothing under points
 */
public record ModelCard(Model model, ModelTotals totals, Figures figures, Wei depositNow) {

  /** What its mechanism still holds of all deposits. */
  public Wei held() {
    Wei paid = totals.refunded().plus(totals.reported());
    return totals.deposited().minus(paid.min(totals.deposited()));
  }
}
