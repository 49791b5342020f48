package org.sumscan.incentive;

import org.sumscan.incentive.claim.ClaimKind;
import org.sumscan.incentive.claim.Claimant;
import org.sumscan.incentive.claim.ModelAnswer;
import org.sumscan.incentive.claim.RecordedSample;
import org.sumscan.incentive.claim.Verdict;
import org.sumscan.kernel.Wei;

/** What the contracts read when they judge a claim of an account on a sample, but for the time. */
public record ClaimState(
    MechanismState mechanism, RecordedSample sample, Claimant claimant, ModelAnswer answer) {

  /** Judges a claim; see {@link Mechanism#judge}. */
  public Verdict judge(ClaimKind kind, long now) {
    return mechanism.mechanism().judge(kind, this, now);
  }

  /** What a report for a share pays. */
  public Wei share() {
    return mechanism
        .mechanism()
        .share(claimant.validSamples(), mechanism.totalGood())
        .of(sample.initialDeposit(), sample.claimable());
  }

  boolean isOwner() {
    return claimant.address().equals(mechanism.owner());
  }

  /** The first second since 1970 at which a kind of claim opens; never for one not known. */
  long opens(ClaimKind kind) {
    return mechanism.terms().opens(kind, sample.addedTime());
  }
}
