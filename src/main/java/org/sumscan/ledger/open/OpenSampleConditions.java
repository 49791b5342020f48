package org.sumscan.ledger.open;

import org.sumscan.ledger.ClaimStatus;

/**
 * The SQL conditions on {@code open_sample o} for what can be claimed at a time. They compare
 * stored columns only: what these hold is computed by the mechanism when the row is written.
 */
public final class OpenSampleConditions {

  private OpenSampleConditions() {}

  /**
   * What holds of an open sample with a status.
   *
   * @param now SQL for a block's time, in seconds since 1970
   */
  public static String status(ClaimStatus status, String now) {
    return switch (status) {
      case WAITING -> "o.refunds + o.reports = 0 and o.report_from > " + now;
      case OPEN -> "o.refunds + o.reports = 0 and o.report_from <= " + now;
      case PARTLY_CLAIMED -> "o.refunds + o.reports > 0";
      case REFUNDABLE -> "o.agrees and o.refund_possible and o.refund_from <= " + now;
      case REPORTABLE -> "not o.agrees and o.report_possible and o.report_from <= " + now;
      case ANYONE_CAN_TAKE -> "o.anyone_from <= " + now;
      case CLAIMED -> "false";
    };
  }
}
