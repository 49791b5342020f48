package org.sumscan.incentive;

import java.math.BigInteger;
import org.sumscan.kernel.Wei;

/** The amounts under stakeable rules, the same in both versions: a price and a reporter's share. */
public final class Stakeable {

  private static final BigInteger SECONDS_AN_HOUR = BigInteger.valueOf(3600);

  private Stakeable() {}

  /**
   * What a sample costs: {@code costWeight · 3600 / max(1, ⌊√(now − lastUpdate)⌋)}, rounded down.
   *
   * @param costWeight a {@code uint80}, in wei
   * @param now the time of the block it is added in, in seconds since 1970
   * @param lastUpdate {@code lastUpdateTimeS()}, in seconds since 1970
   * @throws IllegalArgumentException if the cost weight is not 0 and now lies before the last
   *     update, where the contract reverts
   */
  public static Wei price(BigInteger costWeight, long now, long lastUpdate) {
    if (costWeight.signum() == 0) return Wei.ZERO;
    if (now < lastUpdate) {
      throw new IllegalArgumentException(
          "the time " + now + " lies before the last update at " + lastUpdate);
    }
    BigInteger root = BigInteger.valueOf(now - lastUpdate).sqrt().max(BigInteger.ONE);
    return new Wei(costWeight.multiply(SECONDS_AN_HOUR).divide(root));
  }

  /**
   * What a reporter gets: his part of all good samples in the deposit, rounded down, or all that is
   * left when that is nothing or more than is left.
   */
  static Wei share(Mechanism mechanism, RecordedSample sample, Claimant claimant) {
    if (mechanism.totalGood().signum() == 0) return sample.claimable();
    BigInteger share =
        sample
            .initialDeposit()
            .amount()
            .multiply(claimant.validSamples())
            .divide(mechanism.totalGood());
    boolean all = share.signum() == 0 || share.compareTo(sample.claimable().amount()) > 0;
    return all ? sample.claimable() : new Wei(share);
  }
}
