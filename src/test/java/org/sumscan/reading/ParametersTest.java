package org.sumscan.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigInteger;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sumscan.kernel.Wei;

class ParametersTest {

  private static Parameters one(String name, String value) {
    return new Parameters(Map.of(name, new String[] {value}));
  }

  @Test
  void takesAnEmptyParameterForNone() {
    assertThat(one("q", "  ").text("q")).isNull();
    assertThat(one("q", "x").text("other")).isNull();
  }

  @Test
  void refusesNul() {
    assertThatExceptionOfType(InvalidQuestion.class)
        .isThrownBy(() -> one("q", "a\0b").text("q"))
        .withMessageContaining("NUL");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "1, 1000000000000000000",
    "0.5, 500000000000000000",
    "'0,5', 500000000000000000",
    ".000000000000000001, 1",
    ".0000000000000000019, 1"
  })
  void readsEthDownToTheWei(String eth, String wei) {
    assertThat(one("minEth", eth).amount("minDeposit", "minEth"))
        .isEqualTo(new Wei(new BigInteger(wei)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "1e3", "0x1", "1.2.3", "١", "NaN", "1 000"})
  void refusesOtherAmounts(String eth) {
    assertThatExceptionOfType(InvalidQuestion.class)
        .isThrownBy(() -> one("minEth", eth).amount("minDeposit", "minEth"))
        .withMessageContaining("minEth");
  }

  @Test
  void refusesAnAmountBeyond256Bits() {
    assertThatExceptionOfType(InvalidQuestion.class)
        .isThrownBy(() -> one("minEth", "9".repeat(80)).amount("minDeposit", "minEth"));
  }

  @ParameterizedTest
  @CsvSource({
    "1772366400, 1772366400",
    "2026-03-01, 1772323200",
    "2026-03-01T12:00, 1772366400",
    "2026-03-01T12:00:01, 1772366401",
    "2026-03-01T12:00:00Z, 1772366400",
    "2026-03-01T13:00:00+01:00, 1772366400"
  })
  void readsTimesAsUtc(String text, long seconds) {
    assertThat(one("fromTime", text).timeFrom("fromTime")).isEqualTo(seconds);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1969-12-31", "10000-01-01", "2026-13-01", "noon", "99999999999999"})
  void refusesTimesThatNoBlockHas(String text) {
    assertThatExceptionOfType(InvalidQuestion.class)
        .isThrownBy(() -> one("fromTime", text).timeFrom("fromTime"));
  }

  @Test
  void neverRepeatsMoreThanAPieceOfWhatWasAsked() {
    assertThatExceptionOfType(InvalidQuestion.class)
        .isThrownBy(() -> one("sender", "\u202Ex".repeat(90)).address("sender"))
        .satisfies(
            refusal ->
                assertThat(refusal.getMessage()).hasSizeLessThan(250).doesNotContain("\u202E"));
    assertThatExceptionOfType(InvalidQuestion.class)
        .isThrownBy(() -> one("q", "x".repeat(1 << 20)).text("q"))
        .satisfies(refusal -> assertThat(refusal.getMessage()).hasSizeLessThan(250));
  }

  @Test
  void refusesNamesThatItDoesNotKnow() {
    assertThatExceptionOfType(InvalidQuestion.class)
        .isThrownBy(() -> one("sendr", "x").allow(Set.of("sender", "label")))
        .withMessage("There is no parameter “sendr”; known are label, sender.");
  }

  @Test
  void readsFeaturesHoweverTheyAreSetApart() {
    assertThat(Features.read("[1, -2;\n9223372036854775807]"))
        .containsExactly(1, -2, Long.MAX_VALUE);
    assertThat(Features.read("  ")).isEmpty();
    assertThatExceptionOfType(InvalidQuestion.class)
        .isThrownBy(() -> Features.read("1, 9223372036854775808"))
        .withMessageContaining("Feature 1");
  }

  @ParameterizedTest
  @CsvSource({
    "1772366400, 1772366400",
    "2026-03-01, 1772409599",
    "2026-03-01T12:00, 1772366459",
    "2026-03-01 12:00, 1772366459",
    "2026-03-01T12:00Z, 1772366459",
    "2026-03-01T13:00+01:00, 1772366459",
    "2026-03-01T12:00:00, 1772366400",
    "2026-03-01T12:00:00.5Z, 1772366400"
  })
  void anUpperBoundCoversTheWholeDayOrMinute(String text, long seconds) {
    assertThat(one("toTime", text).timeTo("toTime")).isEqualTo(seconds);
  }

  @ParameterizedTest
  @CsvSource({"436, 436", "0x1b4, 436", "0X1B4, 436", "'\u00A0436\uFEFF', 436"})
  void readsBlockNumbersAsNodesAndPagesWriteThem(String text, long block) {
    assertThat(one("fromBlock", text).number("fromBlock")).isEqualTo(block);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0x", "0xg", "0x8000000000000000", "0x10000000000000000", "-1", "1.5"})
  void refusesOtherBlockNumbers(String text) {
    assertThatExceptionOfType(InvalidQuestion.class)
        .isThrownBy(() -> one("fromBlock", text).number("fromBlock"))
        .withMessageContaining("fromBlock");
  }

  @Test
  void saysWhereNoParameterIsKnown() {
    assertThatExceptionOfType(InvalidQuestion.class)
        .isThrownBy(() -> one("page", "2").allow(Set.of()))
        .withMessage("There is no parameter “page”; none is known here.");
  }
}
