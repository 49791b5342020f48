package org.sumscan.reading;

import org.sumscan.catalog.Model;
import org.sumscan.kernel.Wei;
import org.sumscan.ledger.ClaimTotals;
import org.sumscan.ledger.Sample;

/** Where a sample stands between being added and being settled. */
public enum SampleStatus {
  /** Too young for any claim. */
  WAITING("waiting"),
  /** Claims are open and none was made. */
  OPEN("open"),
  /** Something was claimed and something can still be. */
  PARTLY_CLAIMED("partly-claimed"),
  /** Nothing is left to claim. */
  CLAIMED("claimed");

  private final String wireName;

  SampleStatus(String wireName) {
    this.wireName = wireName;
  }

  /** The word in addresses and answers, such as "partly-claimed". */
  public String wireName() {
    return wireName;
  }

  /**
   * The status at a time.
   *
   * @param now a block's time, in seconds since 1970
   */
  public static SampleStatus of(Sample sample, Model model, long now) {
    ClaimTotals claims = sample.claims();
    boolean any = claims.refunds() + claims.reports() > 0;
    boolean done =
        model.incentiveRules().hasDeposits()
            ? left(sample).isZero()
            : pointsDone(claims, model.incentiveRules().version());
    if (done) return CLAIMED;
    if (any) return PARTLY_CLAIMED;
    return now - sample.blockTime() < model.waits().refund() ? WAITING : OPEN;
  }

  /** What of a sample's deposit nobody has claimed yet. */
  public static Wei left(Sample sample) {
    Wei paid = sample.claims().paid();
    return sample.deposit().minus(paid.min(sample.deposit()));
  }

  private static boolean pointsDone(ClaimTotals claims, int version) {
    return version == 1
        ? claims.refunds() + claims.reports() > 0
        : claims.refunds() > 0 && claims.reports() > 0;
  }
}
