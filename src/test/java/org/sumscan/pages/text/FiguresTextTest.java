package org.sumscan.pages.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sumscan.kernel.UInt256;
import org.sumscan.kernel.Wei;

class FiguresTextTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, < 0.000001",
    "999999999999, < 0.000001",
    "1000000000000, 0.000001",
    "1234560000000000, ≈ 0.001234",
    "1000000000000000000, 1",
    "1500000000000000000, 1.5",
    "123456000000000000000000, ≈ 123400"
  })
  void showsMoneyInEthAndMarksWhatItCutOff(String wei, String shown) {
    assertThat(Amount.of(new Wei(new BigInteger(wei))).shown()).isEqualTo(shown);
  }

  @Test
  void keepsTheExactAmountBesideTheShownOne() {
    Amount amount = Amount.of(new Wei(new BigInteger("1234567890123456789")));
    assertThat(amount.exact()).isEqualTo("1.234567890123456789");
    assertThat(amount.wei()).isEqualTo("1234567890123456789");
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1 second",
    "90, 90 seconds",
    "3600, 60 minutes",
    "5400, 90 minutes",
    "86400, 24 hours",
    "90000, 25 hours",
    "172800, 2 days",
    "777600, 9 days",
    "781200, 9 days 1 hour"
  })
  void writesWaitsInWords(long seconds, String words) {
    assertThat(Durations.words(seconds)).isEqualTo(words);
  }

  @Test
  void doesNotComputeWithAWaitBeyondAllSense() {
    assertThat(Durations.words(new UInt256(BigInteger.TWO.pow(255))))
        .isEqualTo("more than 1,000 years");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 seconds ago",
    "1, 1 second ago",
    "119, 119 seconds ago",
    "120, 2 minutes ago",
    "7200, 2 hours ago",
    "172800, 2 days ago"
  })
  void tellsAgesInOneUnit(long seconds, String words) {
    Instant now = Instant.parse("2026-03-01T12:00:00Z");
    Moment moment = Moment.of(now.getEpochSecond() - seconds, now);
    assertThat(moment.ago()).isEqualTo(words);
    assertThat(moment.ageSeconds()).isEqualTo(seconds);
  }

  @Test
  void countsAMomentToComeAsNow() {
    Instant now = Instant.parse("2026-03-01T12:00:00Z");
    assertThat(Moment.of(now.getEpochSecond() + 5, now).ageSeconds()).isZero();
  }

  @Test
  void writesSharesAndChangesWithTheirSigns() {
    assertThat(NumberText.percent(0.9314)).isEqualTo("93.1 %");
    assertThat(NumberText.points(0.0124)).isEqualTo("+1.2");
    assertThat(NumberText.points(-0.0124)).isEqualTo("−1.2");
    assertThat(NumberText.points(0.00001)).isEqualTo("±0.0");
    assertThat(NumberText.counted(1, "model")).isEqualTo("1 model");
    assertThat(NumberText.counted(1200, "sample")).isEqualTo("1,200 samples");
  }
}
