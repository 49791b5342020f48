package org.sumscan.incentive;

import java.util.List;

/** Judges refunds and reports as the mechanisms do, each check in the order of the contracts. */
public final class ClaimRules {

  private ClaimRules() {}

  /**
   * Judges an author's claim for his deposit.
   *
   * @param now the time of the block it is judged in, in seconds since 1970
   */
  public static Verdict refund(
      Mechanism mechanism, RecordedSample sample, Claimant claimant, ModelAnswer answer, long now) {
    Checklist checks = new Checklist(mechanism, sample, claimant, answer, now);
    checks.isAuthor().modelAnswers();
    if (mechanism.rules() == IncentiveRules.POINTS_1) checks.noClaimYet();
    checks.notClaimedBefore();
    if (mechanism.rules().hasDeposits()) checks.somethingClaimable();
    checks.waitOf(mechanism.waits().refund()).modelAgrees();
    return checks.verdict(Way.REFUND, sample.claimable());
  }

  /**
   * Judges a report by the way that pays, or when none does by the one that the contract looks at:
   * {@link Way#SHARE} unless another has opened.
   *
   * @param now the time of the block it is judged in, in seconds since 1970
   */
  public static Verdict report(
      Mechanism mechanism, RecordedSample sample, Claimant claimant, ModelAnswer answer, long now) {
    List<Verdict> ways = reportWays(mechanism, sample, claimant, answer, now);
    return ways.stream()
        .filter(Verdict.Allowed.class::isInstance)
        .findFirst()
        .or(() -> ways.stream().filter(ClaimRules::isOpen).findFirst())
        .orElseGet(ways::getLast);
  }

  /**
   * Judges a report by each way that the rules know, {@link Way#SHARE} last, for pages that show
   * what opens when.
   *
   * @param now the time of the block it is judged in, in seconds since 1970
   */
  public static List<Verdict> reportWays(
      Mechanism mechanism, RecordedSample sample, Claimant claimant, ModelAnswer answer, long now) {
    Checklist owner = new Checklist(mechanism, sample, claimant, answer, now);
    Checklist anyone = new Checklist(mechanism, sample, claimant, answer, now);
    Checklist share = new Checklist(mechanism, sample, claimant, answer, now);
    if (!mechanism.rules().hasDeposits()) return List.of(pointsReport(mechanism, claimant, share));
    Waits waits = mechanism.waits();
    boolean alwaysAsked = mechanism.rules() == IncentiveRules.STAKEABLE_1;
    if (alwaysAsked) {
      owner.modelAnswers();
      anyone.modelAnswers();
    }
    owner.somethingClaimable().waitOf(waits.ownerClaim()).isOwner();
    anyone.somethingClaimable().waitOf(waits.anyAddressClaim());
    share.modelAnswers().somethingClaimable().notOwnSample().notClaimedBefore();
    share.waitOf(waits.refund()).modelDisagrees().hasValidSamples();
    return List.of(
        owner.verdict(Way.OWNER, sample.claimable()),
        anyone.verdict(Way.ANYONE, sample.claimable()),
        share.verdict(Way.SHARE, Stakeable.share(mechanism, sample, claimant)));
  }

  /** Whether a way to everything has opened, so that the contract looks at no other. */
  private static boolean isOpen(Verdict way) {
    return way.way() != Way.SHARE
        && way.conditions().stream()
            .filter(each -> each.check() == Check.WAIT_IS_OVER || each.check() == Check.IS_OWNER)
            .allMatch(Condition::holds);
  }

  private static Verdict pointsReport(Mechanism mechanism, Claimant claimant, Checklist checks) {
    checks.modelAnswers().waitOf(pointsWait(mechanism, claimant));
    if (mechanism.rules() == IncentiveRules.POINTS_1) {
      checks.noClaimYet();
    } else {
      checks.notReportedYet();
    }
    checks.notOwnSample().notClaimedBefore().modelDisagrees();
    return checks.verdict(Way.SHARE, checks.claimable());
  }

  /** The originals do not order the waits, and let the shortest that applies count. */
  private static long pointsWait(Mechanism mechanism, Claimant claimant) {
    Waits waits = mechanism.waits();
    if (mechanism.rules() != IncentiveRules.POINTS_1) return waits.refund();
    long anyone = Math.min(waits.refund(), waits.anyAddressClaim());
    boolean isOwner = claimant.address().equals(mechanism.owner());
    return isOwner ? Math.min(anyone, waits.ownerClaim()) : anyone;
  }
}
