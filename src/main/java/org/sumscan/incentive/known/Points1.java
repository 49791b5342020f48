package org.sumscan.incentive.known;

import java.util.List;
import java.util.Set;
import org.sumscan.incentive.Checklist;
import org.sumscan.incentive.Getter;
import org.sumscan.incentive.MechanismRule;
import org.sumscan.incentive.PointsMechanism;
import org.sumscan.incentive.Waits;
import org.sumscan.incentive.claim.ClaimKind;
import org.sumscan.incentive.claim.RemainingClaims;
import org.sumscan.incentive.claim.Verdict;
import org.sumscan.kernel.Wei;

/** The originals' points: one claim settles a sample, and waits need not be in order. */
final class Points1 extends PointsMechanism {

  @Override
  public String wireName() {
    return "points/1";
  }

  @Override
  public boolean isOriginal() {
    return true;
  }

  /** The shortest of the waits that apply counts for a report. */
  @Override
  public long opensAfter(ClaimKind kind, Waits waits) {
    return switch (kind) {
      case REFUND -> waits.refund();
      case REPORT_SHARE -> Math.min(waits.refund(), waits.anyAddressClaim());
      case REPORT_OWNER, REPORT_ANYONE -> NEVER;
    };
  }

  @Override
  protected Verdict refund(Checklist checks) {
    return checks
        .isAuthor()
        .modelAnswers()
        .noClaimYet()
        .notClaimedBefore()
        .waitIsOver()
        .modelAgrees()
        .verdict(Wei.ZERO);
  }

  @Override
  protected Verdict report(Checklist checks) {
    return checks
        .modelAnswers()
        .waitIsOverEarlierForOwner()
        .noClaimYet()
        .notOwnSample()
        .notClaimedBefore()
        .modelDisagrees()
        .verdict(Wei.ZERO);
  }

  @Override
  public RemainingClaims remaining(Wei claimable, int refunds, int reports) {
    return refunds + reports == 0 ? new RemainingClaims(true, true) : RemainingClaims.NONE;
  }

  @Override
  public Set<Getter> getters() {
    return Set.of();
  }

  @Override
  public List<MechanismRule> rules() {
    return List.of(
        MechanismRule.FREE_SAMPLES, MechanismRule.REFUND_COUNTS, MechanismRule.ONE_CLAIM_SETTLES);
  }
}
