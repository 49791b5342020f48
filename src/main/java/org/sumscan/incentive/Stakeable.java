package org.sumscan.incentive;

import java.math.BigInteger;
import org.sumscan.kernel.Wei;

/** The price of a sample under deposits, the same in both versions. */
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
}
