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

/** Our points: a sample can have one refund and one report, both after the same wait. */
final class Points2 extends PointsMechanism {

  @Override
  public String wireName() {
    return "points/2";
  }

  @Override
  public boolean isOriginal() {
    return false;
  }

  @Override
  public long opensAfter(ClaimKind kind, Waits waits) {
    return switch (kind) {
      case REFUND, REPORT_SHARE -> waits.refund();
      case REPORT_OWNER, REPORT_ANYONE -> NEVER;
    };
  }

  @Override
  protected Verdict refund(Checklist checks) {
    return checks
        .isAuthor()
        .modelAnswers()
        .notClaimedBefore()
        .waitIsOver()
        .modelAgrees()
        .verdict(Wei.ZERO);
  }

  @Override
  protected Verdict report(Checklist checks) {
    return checks
        .modelAnswers()
        .waitIsOver()
        .notReportedYet()
        .notOwnSample()
        .notClaimedBefore()
        .modelDisagrees()
        .verdict(Wei.ZERO);
  }

  @Override
  public RemainingClaims remaining(Wei claimable, int refunds, int reports) {
    return new RemainingClaims(refunds == 0, reports == 0);
  }

  @Override
  public Set<Getter> getters() {
    return Set.of(Getter.WAS_REPORTED);
  }

  @Override
  public List<MechanismRule> rules() {
    return List.of(
        MechanismRule.FREE_SAMPLES, MechanismRule.REFUND_COUNTS, MechanismRule.ONE_REPORT);
  }
}
