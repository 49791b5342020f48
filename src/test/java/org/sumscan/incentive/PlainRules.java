package org.sumscan.incentive;

import java.math.BigInteger;
import org.sumscan.incentive.claim.Check;
import org.sumscan.incentive.claim.Claimant;
import org.sumscan.incentive.claim.ModelAnswer;
import org.sumscan.incentive.claim.RecordedSample;
import org.sumscan.incentive.known.Mechanisms;

/**
 * The claim rules once more, as the contracts are written: one requirement after the other, and
 * either the first that fails or an amount comes out.
 */
record PlainRules(
    MechanismState mechanism,
    RecordedSample sample,
    Claimant claimant,
    ModelAnswer answer,
    long now) {

  ClaimState state() {
    return new ClaimState(mechanism, sample, claimant, answer);
  }

  private Mechanism rules() {
    return mechanism.mechanism();
  }

  private Waits waits() {
    return mechanism.terms().waits();
  }

  /** The amount, or the check that reverts. */
  Object refund() {
    boolean first = rules() == Mechanisms.POINTS_1;
    boolean money = rules().stake() == Stake.DEPOSIT;
    if (!claimant.address().equals(sample.author())) return Check.IS_AUTHOR;
    if (answer == ModelAnswer.FAILS) return Check.MODEL_ANSWERS;
    if (first && sample.claims() > 0) return Check.NO_CLAIM_YET;
    if (claimant.claimedBefore()) return Check.NOT_CLAIMED_BEFORE;
    if (money && sample.claimable().amount().signum() == 0) return Check.SOMETHING_CLAIMABLE;
    if (waited() < waits().refund()) return Check.WAIT_IS_OVER;
    if (answer != ModelAnswer.AGREES) return Check.MODEL_AGREES;
    return sample.claimable().amount();
  }

  /** The amount, or the check that reverts. */
  Object report() {
    boolean asked = rules() != Mechanisms.STAKEABLE_2 || !takesAll();
    if (asked && answer == ModelAnswer.FAILS) return Check.MODEL_ANSWERS;
    return rules().stake() == Stake.DEPOSIT ? reportForMoney() : reportForNothing();
  }

  private Object reportForMoney() {
    BigInteger left = sample.claimable().amount();
    if (left.signum() == 0) return Check.SOMETHING_CLAIMABLE;
    if (takesAll()) return left;
    if (claimant.address().equals(sample.author())) return Check.NOT_OWN_SAMPLE;
    if (claimant.claimedBefore()) return Check.NOT_CLAIMED_BEFORE;
    if (waited() < waits().refund()) return Check.WAIT_IS_OVER;
    if (answer == ModelAnswer.AGREES) return Check.MODEL_DISAGREES;
    if (claimant.validSamples().signum() == 0) return Check.HAS_VALID_SAMPLES;
    BigInteger share =
        sample
            .initialDeposit()
            .amount()
            .multiply(claimant.validSamples())
            .divide(mechanism.totalGood());
    return share.signum() == 0 || share.compareTo(left) > 0 ? left : share;
  }

  private boolean takesAll() {
    boolean owner = claimant.address().equals(mechanism.owner());
    if (owner && waited() >= waits().ownerClaim()) return true;
    return waited() >= waits().anyAddressClaim();
  }

  private Object reportForNothing() {
    Waits waits = waits();
    boolean owner = claimant.address().equals(mechanism.owner());
    boolean first = rules() == Mechanisms.POINTS_1;
    boolean over = waited() >= waits.refund();
    if (first) over |= waited() >= waits.anyAddressClaim();
    if (first && owner) over |= waited() >= waits.ownerClaim();
    if (!over) return Check.WAIT_IS_OVER;
    if (first && sample.claims() > 0) return Check.NO_CLAIM_YET;
    if (!first && sample.reported()) return Check.NOT_REPORTED_YET;
    if (claimant.address().equals(sample.author())) return Check.NOT_OWN_SAMPLE;
    if (claimant.claimedBefore()) return Check.NOT_CLAIMED_BEFORE;
    if (answer == ModelAnswer.AGREES) return Check.MODEL_DISAGREES;
    return sample.claimable().amount();
  }

  private long waited() {
    return now - sample.addedTime();
  }
}
