package org.sumscan.incentive;

import java.math.BigInteger;
import org.sumscan.incentive.claim.ClaimKind;
import org.sumscan.incentive.claim.RemainingClaims;
import org.sumscan.kernel.UInt256;
import org.sumscan.kernel.Wei;

/**
 * What can be claimed of a recorded sample and from when, as it is stored beside open samples;
 * times are in seconds since 1970, {@link Mechanism#NEVER} for what never opens.
 *
 * @param refundFrom from when its author can be refunded, if the model agrees
 * @param reportFrom from when others can report it, if the model disagrees
 * @param anyoneFrom from when anyone can take what is left
 * @param remaining which of them the claims so far leave
 * @param reportNeedsValidSamples whether only accounts with a refunded sample can report it
 */
public record OpenClaims(
    long refundFrom,
    long reportFrom,
    long anyoneFrom,
    RemainingClaims remaining,
    boolean reportNeedsValidSamples) {

  private static final BigInteger LATEST = BigInteger.ONE.shiftLeft(62);

  /**
   * What can be claimed of a sample.
   *
   * @param addedTime what its contract recorded; a hostile one's time beyond all reach is cut
   * @param claimable what is left of its deposit
   */
  public static OpenClaims of(
      ClaimTerms terms, UInt256 addedTime, Wei claimable, int refunds, int reports) {
    long added = addedTime.value().min(LATEST).longValueExact();
    Mechanism mechanism = terms.mechanism();
    return new OpenClaims(
        terms.opens(ClaimKind.REFUND, added),
        terms.opens(ClaimKind.REPORT_SHARE, added),
        terms.opens(ClaimKind.REPORT_ANYONE, added),
        mechanism.remaining(claimable, refunds, reports),
        mechanism.reportNeedsValidSamples());
  }

  /** Whether anything can still be claimed. */
  public boolean any() {
    return remaining.any();
  }
}
