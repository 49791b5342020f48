package org.sumscan.ledger;

import java.math.BigInteger;
import org.sumscan.incentive.IncentiveRules;
import org.sumscan.incentive.Waits;
import org.sumscan.kernel.UInt256;

/** What a model's claims go by: from when they open, as the view {@code standing} has it. */
public record Terms(IncentiveRules rules, Waits waits) {

  /** Stands for a time that never comes. */
  static final long NEVER = Long.MAX_VALUE;

  private static final BigInteger LATEST = BigInteger.ONE.shiftLeft(62);

  /** From when the author can claim, in seconds since 1970. */
  public long refundFrom(UInt256 addedTime) {
    return cut(addedTime) + waits.refund();
  }

  /** From when others can report by share; the originals' points let the shortest wait count. */
  public long reportFrom(UInt256 addedTime) {
    long wait =
        rules == IncentiveRules.POINTS_1
            ? Math.min(waits.refund(), waits.anyAddressClaim())
            : waits.refund();
    return cut(addedTime) + wait;
  }

  /** From when anyone can take what is left; never under points. */
  public long anyoneFrom(UInt256 addedTime) {
    return rules.hasDeposits() ? cut(addedTime) + waits.anyAddressClaim() : NEVER;
  }

  /** A hostile contract may name a time beyond all reach. */
  private static long cut(UInt256 time) {
    return time.value().min(LATEST).longValueExact();
  }
}
