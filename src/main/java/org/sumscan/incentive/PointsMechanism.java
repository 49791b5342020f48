package org.sumscan.incentive;

import java.math.BigInteger;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.sumscan.incentive.claim.ClaimKind;
import org.sumscan.incentive.claim.Share;
import org.sumscan.incentive.claim.Verdict;
import org.sumscan.kernel.Wei;

/** Rules under which no money changes hands: samples are free, and claims change counts only. */
public abstract non-sealed class PointsMechanism implements Mechanism {

  private static final Set<ClaimKind> KINDS =
      Collections.unmodifiableSet(EnumSet.of(ClaimKind.REFUND, ClaimKind.REPORT_SHARE));

  /** Rules of their own kind. */
  protected PointsMechanism() {}

  @Override
  public final Stake stake() {
    return Stake.POINTS;
  }

  @Override
  public Set<ClaimKind> claimKinds() {
    return KINDS;
  }

  /**
   * @throws IllegalArgumentException for another kind than a refund and a report
   */
  @Override
  public final Verdict judge(ClaimKind kind, ClaimState state, long now) {
    Checklist checks = new Checklist(kind, state, now);
    return switch (kind) {
      case REFUND -> refund(checks);
      case REPORT_SHARE -> report(checks);
      case REPORT_OWNER, REPORT_ANYONE ->
          throw new IllegalArgumentException(this + " knows no claim " + kind.wireName());
    };
  }

  /** Makes the checks of a refund, in the contract's order. */
  protected abstract Verdict refund(Checklist checks);

  /** Makes the checks of a report, in the contract's order. */
  protected abstract Verdict report(Checklist checks);

  @Override
  public Share share(BigInteger validSamples, BigInteger totalGood) {
    return Share.ALL;
  }

  @Override
  public boolean reportNeedsValidSamples() {
    return false;
  }

  /** Nothing is ever claimable, so the contract never refuses an equal sample. */
  @Override
  public boolean equalSampleReplaces() {
    return true;
  }

  @Override
  public Wei price(BigInteger costWeight, long now, long lastUpdate) {
    return Wei.ZERO;
  }

  @Override
  public final String toString() {
    return wireName();
  }
}
