package org.sumscan.incentive;

import java.math.BigInteger;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.sumscan.incentive.claim.ClaimKind;
import org.sumscan.incentive.claim.RemainingClaims;
import org.sumscan.incentive.claim.Share;
import org.sumscan.incentive.claim.Verdict;
import org.sumscan.kernel.Wei;

/**
 * Rules under which a sample is added with a deposit: its author gets it back, reporters take
 * shares of it, and later the model's owner, and at last anyone, takes what is left.
 */
public abstract non-sealed class DepositMechanism implements Mechanism {

  private static final Set<ClaimKind> KINDS =
      Collections.unmodifiableSet(EnumSet.allOf(ClaimKind.class));

  /** Rules of their own kind. */
  protected DepositMechanism() {}

  /** Whether the model must answer even a claim that takes all, whatever the answer is. */
  protected abstract boolean asksModelBeforeTakingAll();

  @Override
  public final Stake stake() {
    return Stake.DEPOSIT;
  }

  @Override
  public Set<ClaimKind> claimKinds() {
    return KINDS;
  }

  @Override
  public long opensAfter(ClaimKind kind, Waits waits) {
    return switch (kind) {
      case REFUND, REPORT_SHARE -> waits.refund();
      case REPORT_OWNER -> waits.ownerClaim();
      case REPORT_ANYONE -> waits.anyAddressClaim();
    };
  }

  @Override
  public Verdict judge(ClaimKind kind, ClaimState state, long now) {
    Checklist checks = new Checklist(kind, state, now);
    return switch (kind) {
      case REFUND ->
          checks
              .isAuthor()
              .modelAnswers()
              .notClaimedBefore()
              .somethingClaimable()
              .waitIsOver()
              .modelAgrees()
              .verdict(state.sample().claimable());
      case REPORT_SHARE ->
          checks
              .sharesArePaid()
              .modelAnswers()
              .somethingClaimable()
              .notOwnSample()
              .notClaimedBefore()
              .waitIsOver()
              .modelDisagrees()
              .hasValidSamples()
              .verdict(state.share());
      case REPORT_OWNER ->
          takingAll(checks).waitIsOver().isOwner().verdict(state.sample().claimable());
      case REPORT_ANYONE -> takingAll(checks).waitIsOver().verdict(state.sample().claimable());
    };
  }

  private Checklist takingAll(Checklist checks) {
    if (asksModelBeforeTakingAll()) checks.modelAnswers();
    return checks.somethingClaimable();
  }

  @Override
  public RemainingClaims remaining(Wei claimable, int refunds, int reports) {
    boolean some = !claimable.isZero();
    return new RemainingClaims(some && refunds == 0, some);
  }

  @Override
  public Share share(BigInteger validSamples, BigInteger totalGood) {
    return totalGood.signum() == 0 ? Share.ALL : new Share(validSamples, totalGood);
  }

  @Override
  public boolean reportNeedsValidSamples() {
    return true;
  }

  /** While something is claimable the contract refuses an equal sample. */
  @Override
  public boolean equalSampleReplaces() {
    return false;
  }

  @Override
  public Wei price(BigInteger costWeight, long now, long lastUpdate) {
    return Stakeable.price(costWeight, now, lastUpdate);
  }

  @Override
  public Set<Getter> getters() {
    return EnumSet.of(Getter.COST_WEIGHT, Getter.LAST_UPDATE, Getter.NEXT_COST_AT);
  }

  @Override
  public List<MechanismRule> rules() {
    return List.of(
        MechanismRule.DEPOSIT_FALLS,
        MechanismRule.REFUND_OF_DEPOSIT,
        MechanismRule.REPORT_FOR_A_SHARE);
  }

  @Override
  public final String toString() {
    return wireName();
  }
}
