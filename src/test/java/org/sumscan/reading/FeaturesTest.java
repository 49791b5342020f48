package org.sumscan.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FeaturesTest {

  @Test
  void readsNumbersSetApartInAnyOfTheUsualWays() {
    long[] expected = {1, -2, Long.MAX_VALUE, Long.MIN_VALUE};
    assertThat(Features.read("1,-2,9223372036854775807,-9223372036854775808")).isEqualTo(expected);
    assertThat(Features.read(" [1; -2\n9223372036854775807\t, -9223372036854775808] "))
        .isEqualTo(expected);
    assertThat(Features.read(" [ ] ")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+1",
        "\u0661",
        "\u0967",
        "1.0",
        "1e3",
        "0x1",
        "--1",
        "-",
        "1_000",
        "9223372036854775808",
        "-9223372036854775809",
        "00000000000000000000001"
      })
  void refusesWhatIsNoPlainWholeNumberAndSaysWhich(String number) {
    assertThatThrownBy(() -> Features.read("7 " + number))
        .isInstanceOf(InvalidQuestion.class)
        .hasMessageContaining("Feature 1 is not a whole number")
        .hasMessageContaining("counted from 0");
    assertThatThrownBy(() -> Features.read(List.of(number))).isInstanceOf(InvalidQuestion.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1,,2", ",1", "1,", "[1", "1]", "[1] 2"})
  void refusesListsWithHoles(String list) {
    assertThatThrownBy(() -> Features.read(list)).isInstanceOf(InvalidQuestion.class);
  }

  @Test
  void refusesMoreThanASampleHolds() {
    assertThat(Features.read("1 ".repeat(20_000))).hasSize(20_000);
    assertThatThrownBy(() -> Features.read("1 ".repeat(20_001)))
        .isInstanceOf(InvalidQuestion.class)
        .hasMessageContaining("at most 20000");
  }
}
