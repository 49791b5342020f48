package org.sumscan.incentive;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.sumscan.kernel.Wei;

/** The checks of one claim as they are made, each with its outcome. */
public final class Checklist {

  private final ClaimKind kind;
  private final ClaimState state;
  private final long now;
  private final List<Condition> conditions = new ArrayList<>();

  Checklist(ClaimKind kind, ClaimState state, long now) {
    this.kind = kind;
    this.state = state;
    this.now = now;
  }

  Checklist modelAnswers() {
    return check(Check.MODEL_ANSWERS, state.answer() != ModelAnswer.FAILS);
  }

  Checklist modelAgrees() {
    return check(Check.MODEL_AGREES, state.answer() == ModelAnswer.AGREES);
  }

  Checklist modelDisagrees() {
    return check(Check.MODEL_DISAGREES, state.answer() == ModelAnswer.DISAGREES);
  }

  /** The data handler finds a sample by its author's address: anyone else's lookup fails. */
  Checklist isAuthor() {
    return check(Check.IS_AUTHOR, isOwnSample());
  }

  Checklist notOwnSample() {
    return check(Check.NOT_OWN_SAMPLE, !isOwnSample());
  }

  private boolean isOwnSample() {
    return state.claimant().address().equals(state.sample().author());
  }

  Checklist isOwner() {
    return check(Check.IS_OWNER, state.isOwner());
  }

  Checklist noClaimYet() {
    return check(Check.NO_CLAIM_YET, state.sample().claims() == 0);
  }

  Checklist notClaimedBefore() {
    return check(Check.NOT_CLAIMED_BEFORE, !state.claimant().claimedBefore());
  }

  Checklist notReportedYet() {
    return check(Check.NOT_REPORTED_YET, !state.sample().reported());
  }

  Checklist somethingClaimable() {
    return check(Check.SOMETHING_CLAIMABLE, !state.sample().claimable().isZero());
  }

  Checklist hasValidSamples() {
    boolean some =
        state.claimant().validSamples().signum() > 0 && state.mechanism().totalGood().signum() > 0;
    return check(Check.HAS_VALID_SAMPLES, some);
  }

  /** The contract looks at shares only until the claimant may take all. */
  Checklist sharesArePaid() {
    long anyone = state.opens(ClaimKind.REPORT_ANYONE);
    long until = state.isOwner() ? Math.min(anyone, state.opens(ClaimKind.REPORT_OWNER)) : anyone;
    conditions.add(
        new Condition(
            Check.SHARES_ARE_PAID, now < until, OptionalLong.empty(), OptionalLong.of(until)));
    return this;
  }

  /** Until claims of this kind open. */
  Checklist waitIsOver() {
    return waitUntil(state.opens(kind));
  }

  /** The originals' points let the owner's wait count for the owner too where it is shorter. */
  Checklist waitIsOverEarlierForOwner() {
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
  Verdict verdict(Wei amount) {
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
