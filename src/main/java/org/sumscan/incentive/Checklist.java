package org.sumscan.incentive;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.sumscan.kernel.Wei;

/** The checks of one claim as they are made, each with its outcome. */
final class Checklist {

  private final Mechanism mechanism;
  private final RecordedSample sample;
  private final Claimant claimant;
  private final ModelAnswer answer;
  private final long now;
  private final List<Condition> conditions = new ArrayList<>();

  Checklist(
      Mechanism mechanism, RecordedSample sample, Claimant claimant, ModelAnswer answer, long now) {
    this.mechanism = mechanism;
    this.sample = sample;
    this.claimant = claimant;
    this.answer = answer;
    this.now = now;
  }

  Checklist modelAnswers() {
    return check(Check.MODEL_ANSWERS, answer != ModelAnswer.FAILS);
  }

  Checklist modelAgrees() {
    return check(Check.MODEL_AGREES, answer == ModelAnswer.AGREES);
  }

  Checklist modelDisagrees() {
    return check(Check.MODEL_DISAGREES, answer == ModelAnswer.DISAGREES);
  }

  /** Anyone else asks for a sample that the book does not hold. */
  Checklist isAuthor() {
    return check(Check.IS_AUTHOR, claimant.address().equals(sample.author()));
  }

  Checklist notOwnSample() {
    return check(Check.NOT_OWN_SAMPLE, !claimant.address().equals(sample.author()));
  }

  Checklist isOwner() {
    return check(Check.IS_OWNER, claimant.address().equals(mechanism.owner()));
  }

  Checklist noClaimYet() {
    return check(Check.NO_CLAIM_YET, sample.claims() == 0);
  }

  Checklist notClaimedBefore() {
    return check(Check.NOT_CLAIMED_BEFORE, !claimant.claimedBefore());
  }

  Checklist notReportedYet() {
    return check(Check.NOT_REPORTED_YET, !sample.reported());
  }

  Checklist somethingClaimable() {
    return check(Check.SOMETHING_CLAIMABLE, !sample.claimable().isZero());
  }

  Checklist hasValidSamples() {
    boolean some = claimant.validSamples().signum() > 0 && mechanism.totalGood().signum() > 0;
    return check(Check.HAS_VALID_SAMPLES, some);
  }

  Checklist waitOf(long seconds) {
    long from = sample.addedTime() + seconds;
    conditions.add(new Condition(Check.WAIT_IS_OVER, now >= from, OptionalLong.of(from)));
    return this;
  }

  Wei claimable() {
    return sample.claimable();
  }

  Verdict verdict(Way way, Wei amount) {
    List<Condition> all = List.copyOf(conditions);
    return all.stream().allMatch(Condition::holds)
        ? new Verdict.Allowed(way, amount, all)
        : new Verdict.Refused(way, all);
  }

  private Checklist check(Check check, boolean holds) {
    conditions.add(new Condition(check, holds, OptionalLong.empty()));
    return this;
  }
}
