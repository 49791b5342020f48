package org.sumscan.incentive;

import java.math.BigInteger;
import java.util.List;
import java.util.Set;
import org.sumscan.incentive.claim.ClaimKind;
import org.sumscan.incentive.claim.RemainingClaims;
import org.sumscan.incentive.claim.Share;
import org.sumscan.incentive.claim.Verdict;
import org.sumscan.incentive.known.Mechanisms;
import org.sumscan.kernel.Wei;

/**
 * The rules of an incentive mechanism: what a sample costs, which claims it knows, when they open,
 * in which order the contract checks them and what they pay. All that other packages need to know
 * of a mechanism is asked here; {@link Mechanisms} finds one by its name.
 *
 * <p>A new one extends {@link DepositMechanism} or {@link PointsMechanism}, and the compiler names
 * what it has not answered.
 */
public sealed interface Mechanism permits DepositMechanism, PointsMechanism {

  /** Stands for a claim that never opens. */
  long NEVER = Long.MAX_VALUE;

  /** What {@code incentiveRules()} of a contract answers, such as "points/2". */
  String wireName();

  /** Whether its contracts are the originals', which do not name their rules. */
  boolean isOriginal();

  /** What authors put at stake. */
  Stake stake();

  /** The kinds of claim that it knows, in the order of {@link ClaimKind}. */
  Set<ClaimKind> claimKinds();

  /**
   * How many seconds after a sample was added a claim opens; {@link #NEVER} for a kind that it does
   * not know.
   */
  long opensAfter(ClaimKind kind, Waits waits);

  /**
   * Judges a claim: every check in the order of the contract.
   *
   * @param now the time of the block it is judged in, in seconds since 1970
   * @throws IllegalArgumentException for a kind that it does not know
   */
  Verdict judge(ClaimKind kind, ClaimState state, long now);

  /**
   * Which claims a sample can still have, given those that it has had.
   *
   * @param claimable what is left of its deposit
   * @param refunds how many refunds it has had
   * @param reports how many reports it has had
   */
  RemainingClaims remaining(Wei claimable, int refunds, int reports);

  /**
   * Which part of its deposit the report of a sample pays.
   *
   * @param validSamples how many samples of the reporter were refunded
   * @param totalGood how many samples of the model were refunded in all
   */
  Share share(BigInteger validSamples, BigInteger totalGood);

  /** Whether only an account that has had a sample refunded can report for a share. */
  boolean reportNeedsValidSamples();

  /** Whether an equal sample of the same second takes over the record of the one before it. */
  boolean equalSampleReplaces();

  /**
   * What a sample costs.
   *
   * @param costWeight in wei; 0 where it has no such getter
   * @param now the time of the block it is added in, in seconds since 1970
   * @param lastUpdate when the price was reset, in seconds since 1970
   * @throws IllegalArgumentException if now lies before the last update and the contract reverts
   *     then
   */
  Wei price(BigInteger costWeight, long now, long lastUpdate);

  /** Whether a sample costs less the longer the one before it is ago. */
  default boolean priceFalls() {
    return getters().contains(Getter.LAST_UPDATE);
  }

  /** What its contracts answer and those of others do not. */
  Set<Getter> getters();

  /** Its rules in words, as a model's page tells them. */
  List<MechanismRule> rules();
}
