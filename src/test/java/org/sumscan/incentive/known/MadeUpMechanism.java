package org.sumscan.incentive.known;

import java.math.BigInteger;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.sumscan.incentive.Checklist;
import org.sumscan.incentive.ClaimState;
import org.sumscan.incentive.DepositMechanism;
import org.sumscan.incentive.Getter;
import org.sumscan.incentive.MechanismRule;
import org.sumscan.incentive.Waits;
import org.sumscan.incentive.claim.ClaimKind;
import org.sumscan.incentive.claim.RemainingClaims;
import org.sumscan.incentive.claim.Share;
import org.sumscan.incentive.claim.Verdict;
import org.sumscan.kernel.Wei;

/**
 * Rules of no contract, to see what a further mechanism needs: a flat price, reports that open
 * after twice the wait of refunds and pay all there is to the first reporter, and nothing for the
 * owner or for anyone.
 */
public final class MadeUpMechanism extends DepositMechanism {

  /** Rules found as a service. */
  public MadeUpMechanism() {}

  @Override
  public String wireName() {
    return "made-up/1";
  }

  @Override
  public boolean isOriginal() {
    return false;
  }

  @Override
  protected boolean asksModelBeforeTakingAll() {
    return false;
  }

  @Override
  public Set<ClaimKind> claimKinds() {
    return EnumSet.of(ClaimKind.REFUND, ClaimKind.REPORT_SHARE);
  }

  @Override
  public long opensAfter(ClaimKind kind, Waits waits) {
    return switch (kind) {
      case REFUND -> waits.refund();
      case REPORT_SHARE -> 2 * waits.refund();
      case REPORT_OWNER, REPORT_ANYONE -> NEVER;
    };
  }

  @Override
  public Verdict judge(ClaimKind kind, ClaimState state, long now) {
    if (kind != ClaimKind.REPORT_SHARE) return super.judge(kind, state, now);
    return new Checklist(kind, state, now)
        .notReportedYet()
        .waitIsOver()
        .modelDisagrees()
        .verdict(state.share());
  }

  @Override
  public RemainingClaims remaining(Wei claimable, int refunds, int reports) {
    boolean some = !claimable.isZero();
    return new RemainingClaims(some && refunds == 0, some && reports == 0);
  }

  @Override
  public Share share(BigInteger validSamples, BigInteger totalGood) {
    return Share.ALL;
  }

  @Override
  public boolean reportNeedsValidSamples() {
    return false;
  }

  @Override
  public Wei price(BigInteger costWeight, long now, long lastUpdate) {
    return new Wei(costWeight);
  }

  @Override
  public Set<Getter> getters() {
    return EnumSet.of(Getter.COST_WEIGHT);
  }

  @Override
  public List<MechanismRule> rules() {
    return List.of(MechanismRule.REFUND_OF_DEPOSIT, MechanismRule.ONE_REPORT);
  }
}
