package org.sumscan.demo.models;

import java.math.BigInteger;
import org.sumscan.incentive.Mechanism;
import org.sumscan.incentive.Waits;
import org.sumscan.incentive.known.Mechanisms;

/**
 * The mechanism that a model of the demo is deployed with.
 *
 * @param costWeight in wei; 0 under points
 */
public record Incentive(Mechanism rules, Waits waits, BigInteger costWeight) {

  static Incentive points(long refund, long owner, long anyone) {
    return new Incentive(Mechanisms.POINTS_2, new Waits(refund, owner, anyone), BigInteger.ZERO);
  }

  static Incentive stakeable(long refund, long owner, long anyone, long costWeight) {
    return new Incentive(
        Mechanisms.STAKEABLE_2, new Waits(refund, owner, anyone), BigInteger.valueOf(costWeight));
  }
}
