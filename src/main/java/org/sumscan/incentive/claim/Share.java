package org.sumscan.incentive.claim;

import java.math.BigInteger;
import org.sumscan.kernel.Wei;

/**
 * The part of a deposit that a report pays.
 *
 * @param numerator not below 0
 * @param denominator above 0
 */
public record Share(BigInteger numerator, BigInteger denominator) {

  /** All that is left. */
  public static final Share ALL = new Share(BigInteger.ONE, BigInteger.ONE);

  /**
   * @throws IllegalArgumentException if it is no part of anything
   */
  public Share {
    if (numerator.signum() < 0 || denominator.signum() <= 0) {
      throw new IllegalArgumentException(numerator + "/" + denominator + " is no share");
    }
  }

  /**
   * What it pays, in wei, rounded down; all that is left when that is nothing or more than is left.
   */
  public Wei of(Wei deposit, Wei claimable) {
    BigInteger part = deposit.amount().multiply(numerator).divide(denominator);
    boolean all = part.signum() == 0 || part.compareTo(claimable.amount()) > 0;
    return all ? claimable : new Wei(part);
  }
}
