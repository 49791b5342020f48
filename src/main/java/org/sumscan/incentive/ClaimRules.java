package org.sumscan.incentive;

import java.util.List;

/** Judges refunds and reports as the mechanisms do. */
public final class ClaimRules {

  private ClaimRules() {}

  /**
   * Judges an author's claim for his deposit.
   *
   * @param now the time of the block it is judged in, in seconds since 1970
   */
  public static Verdict refund(
      Mechanism mechanism, SampleStanding sample, Claimant claimant, ModelAnswer answer, long now) {
    throw new UnsupportedOperationException("not written yet");
  }

  /**
   * Judges a report by the way that pays, or by {@link Way#SHARE} when none does, as the contract
   * does.
   *
   * @param now the time of the block it is judged in, in seconds since 1970
   */
  public static Verdict report(
      Mechanism mechanism, SampleStanding sample, Claimant claimant, ModelAnswer answer, long now) {
    throw new UnsupportedOperationException("not written yet");
  }

  /**
   * Judges a report by each way that the rules know, for pages that show what opens when.
   *
   * @param now the time of the block it is judged in, in seconds since 1970
   */
  public static List<Verdict> reportWays(
      Mechanism mechanism, SampleStanding sample, Claimant claimant, ModelAnswer answer, long now) {
    throw new UnsupportedOperationException("not written yet");
  }
}
