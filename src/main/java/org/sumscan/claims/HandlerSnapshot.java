package org.sumscan.claims;

import java.math.BigInteger;
import org.sumscan.claims.ClaimSheet.Source;
import org.sumscan.incentive.claim.Claimant;
import org.sumscan.incentive.claim.RecordedSample;

/**
 * What the contracts have recorded of a sample and an account.
 *
 * @param totalGood how many of the model's samples were refunded
 */
record HandlerSnapshot(
    RecordedSample sample, Claimant claimant, BigInteger totalGood, Source source) {

  /** The snapshot after the account has had more samples of its own refunded. */
  HandlerSnapshot afterRefunds(int more) {
    BigInteger count = BigInteger.valueOf(more);
    Claimant richer =
        new Claimant(
            claimant.address(), claimant.claimedBefore(), claimant.validSamples().add(count));
    return new HandlerSnapshot(sample, richer, totalGood.add(count), source);
  }
}
