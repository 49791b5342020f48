package org.sumscan.claims;

import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sumscan.claims.Draft.Reason;
import org.sumscan.incentive.claim.ClaimKind;
import org.sumscan.kernel.LogRef;
import org.sumscan.kernel.Wei;

/** Many claims to sign in order, or why there are none. */
public sealed interface Plan {

  /**
   * Claims in the order in which they were tried out and should be signed.
   *
   * @param asOf the block on top of which they were tried out
   * @param chained whether each was tried out on what the ones before it left; if not, each by
   *     itself
   * @param total what they pay together
   * @param gas what they used together
   * @param net the total without the fees, in wei, which can be below 0
   */
  record Planned(
      AsOf asOf,
      boolean chained,
      List<Step> steps,
      List<Dropped> dropped,
      Wei total,
      long gas,
      BigInteger net)
      implements Plan {}

  /**
   * Nothing should be signed now.
   *
   * @param asOf the block that this was found at; null where none could be asked
   */
  record Refused(Reason why, @Nullable AsOf asOf) implements Plan {}

  /** One claim; the fields are those of {@link Draft.Signable}. */
  record Step(
      LogRef sample,
      ClaimKind mode,
      Wei amount,
      long gas,
      BigInteger net,
      DraftedTransaction transaction) {}

  /** A sample that is not claimed from, and why. */
  record Dropped(LogRef sample, Reason why) {}
}
