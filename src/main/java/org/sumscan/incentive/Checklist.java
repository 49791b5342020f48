package org.sumscan.incentive;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.sumscan.incentive.claim.Check;
import org.sumscan.incentive.claim.ClaimKind;
import org.sumscan.incentive.claim.Condition;
import org.sumscan.incentive.claim.ModelAnswer;
import org.sumscan.incentive.claim.Verdict;
import org.sumscan.kernel.Wei;

/** The checks of one claim as they are made, each with its outcome. */
public final class Checklist {

  private final ClaimKind kind;
  private final ClaimState state;
  private final long now;
  private final List<Condition> conditions = new ArrayList<>();

  /** No check yet, of a claim at a block's time, in seconds since 1970. */
  public Checklist(ClaimKind kind, ClaimState state, long now) {
    this.kind = kind;
    this.state = state;
    this.now = now;
  }

  /** The model can judge the sample. */
  public Checklist modelAnswers() {
    return check(Check.MODEL_ANSWERS, state.answer() != ModelAnswer.FAILS);
  }

  /** The model answers the sample's label. */
  public Checklist modelAgrees() {
    return check(Check.MODEL_AGREES, state.answer() == ModelAnswer.AGREES);
  }

  /** The model answers another label. */
  public Checklist modelDisagrees() {
    return check(Check.MODEL_DISAGREES, state.answer() == ModelAnswer.DISAGREES);
  }

  /** The data handler finds a sample by its author's address: anyone else's lookup fails. */
  public Checklist isAuthor() {
    return check(Check.IS_AUTHOR, isOwnSample());
  }

  /** The claimant did not add the sample. */
  public Checklist notOwnSample() {
    return check(Check.NOT_OWN_SAMPLE, !isOwnSample());
  }

  private boolean isOwnSample() {
    return state.claimant().address().equals(state.sample().author());
  }

  /** The claimant owns the model. */
  public Checklist isOwner() {
    return check(Check.IS_OWNER, state.isOwner());
  }

  /** The sample had neither a refund nor a report. */
  public Checklist noClaimYet() {
    return check(Check.NO_CLAIM_YET, state.sample().claims() == 0);
  }

  /** The claimant had nothing of the sample. */
  public Checklist notClaimedBefore() {
    return check(Check.NOT_CLAIMED_BEFORE, !state.claimant().claimedBefore());
  }

  /** The sample had no report. */
  public Checklist notReportedYet() {
    return check(Check.NOT_REPORTED_YET, !state.sample().reported());
  }

  /** Some of the deposit is left. */
  public Checklist somethingClaimable() {
    return check(Check.SOMETHING_CLAIMABLE, !state.sample().claimable().isZero());
  }

  /** A sample of the claimant was refunded, so that there is a share. */
  public Checklist hasValidSamples() {
    boolean some =
        state.claimant().validSamples().signum() > 0 && state.mechanism().totalGood().signum() > 0;
    return check(Check.HAS_VALID_SAMPLES, some);
  }

  /** The contract looks at shares only until the claimant may take all. */
  public Checklist sharesArePaid() {
    long anyone = state.opens(ClaimKind.REPORT_ANYONE);
    long until = state.isOwner() ? Math.min(anyone, state.opens(ClaimKind.REPORT_OWNER)) : anyone;
    conditions.add(
        new Condition(
            Check.SHARES_ARE_PAID, now < until, OptionalLong.empty(), OptionalLong.of(until)));
    return this;
  }

  /** Until claims of this kind open. */
  public Checklist waitIsOver() {
    return waitUntil(state.opens(kind));
  }

  /** The originals' points let the owner's wait count for the owner too where it is shorter. */
  public Checklist waitIsOverEarlierForOwner() {
    long from = state.opens(kind);
    long owner = state.sample().addedTime() + state.mechanism().terms().waits().ownerClaim();
    return waitUntil(state.isOwner() ? Math.min(from, owner) : from);
  }

  private Checklist waitUntil(long from) {
    conditions.add(
        new Condition(
            Check.WAIT_IS_OVER, now >= from, OptionalLong.of(from), OptionalLong.empty()));
    return this;
  }

  /**
   * The verdict by the checks made so far.
   *
   * @param amount what the claim pays if all of them hold
   */
  public Verdict verdict(Wei amount) {
    List<Condition> all = List.copyOf(conditions);
    return all.stream().allMatch(Condition::holds)
        ? new Verdict.Allowed(kind, amount, all)
        : new Verdict.Refused(kind, amount, all);
  }

  private Checklist check(Check check, boolean holds) {
    conditions.add(Condition.of(check, holds));
    return this;
  }
}
