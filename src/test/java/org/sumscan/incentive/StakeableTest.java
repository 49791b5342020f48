package org.sumscan.incentive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sumscan.kernel.Wei;

/** The price of a sample falls with the root of the model's rest, in whole numbers. */
class StakeableTest {

  private static final BigInteger LARGEST_WEIGHT =
      BigInteger.ONE.shiftLeft(80).subtract(BigInteger.ONE);

  @ParameterizedTest
  @CsvSource({
    "0, 36000",
    "1, 36000",
    "2, 36000",
    "3, 36000",
    "4, 18000",
    "8, 18000",
    "9, 12000",
    "15, 12000",
    "16, 9000",
    "3599, 610",
    "3600, 600",
    "1000000, 36",
    "1000000000000, 0"
  })
  void theFirstThreeSecondsCostInFullAndEachSquareLowersThePrice(long rest, long price) {
    assertThat(Stakeable.price(BigInteger.TEN, 1_600_000_000 + rest, 1_600_000_000))
        .isEqualTo(Wei.of(price));
  }

  @Test
  void anyRestIsDividedByItsRootRoundedDown() {
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      long rest = random.nextLong(1L << random.nextInt(1, 48));
      BigInteger weight = new BigInteger(80, random);
      BigInteger dearest = weight.multiply(BigInteger.valueOf(3600));
      BigInteger price = Stakeable.price(weight, 5 + rest, 5).amount();
      long root = root(rest);
      assertThat(price).isEqualTo(dearest.divide(BigInteger.valueOf(Math.max(1, root))));
    }
  }

  @Test
  void aModelWithoutACostWeightIsFreeEvenBeforeItsLastSample() {
    assertThat(Stakeable.price(BigInteger.ZERO, 4, 5)).isEqualTo(Wei.ZERO);
  }

  @Test
  void theLargestCostWeightFits() {
    assertThat(Stakeable.price(LARGEST_WEIGHT, 5, 5).amount())
        .isEqualTo(LARGEST_WEIGHT.multiply(BigInteger.valueOf(3600)));
  }

  @Test
  void aTimeBeforeTheLastSampleIsRefused() {
    assertThatThrownBy(() -> Stakeable.price(BigInteger.ONE, 4, 5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("before the last update");
  }

  /** By halving, so that it shares nothing with the code. */
  private static long root(long square) {
    long low = 0;
    long high = 1L << 25;
    while (high - low > 1) {
      long middle = (low + high) / 2;
      if (middle * middle <= square) low = middle;
      else high = middle;
    }
    return low;
  }
}
