package org.sumscan.reading.typed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sumscan.kernel.Address;
import org.sumscan.reading.Features;

class TypedTextTest {

  private static final String CHECKED = "0x70997970C51812dc3A010C7d01b50e0d17dc79C8";

  @ParameterizedTest
  @ValueSource(
      strings = {
        CHECKED,
        "0X70997970C51812DC3A010C7D01B50E0D17DC79C8",
        "eth:" + CHECKED,
        "ETH:" + CHECKED,
        "ethereum:" + CHECKED,
        "\u00A0" + CHECKED + "\u202F",
        "\uFEFF" + CHECKED + "\u200B\r\n"
      })
  void understandsAddressesAsProgramsWriteThem(String typed) {
    assertThat(TypedText.checkedAddress(typed)).isEqualTo(Address.of(CHECKED));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gno:" + CHECKED,
        "0x70997970c51812dC3A010C7d01b50e0d17dc79C8",
        "70997970C51812dc3A010C7d01b50e0d17dc79C8",
        "eth:",
        ""
      })
  void refusesWhatMayMeanAnother(String typed) {
    assertThatIllegalArgumentException().isThrownBy(() -> TypedText.checkedAddress(typed));
  }

  @Test
  void readsNumbersHoweverTheyWereCopied() {
    assertThat(Features.read("\uFEFF1;\u00A0\u22122 ,\u202F3")).containsExactly(1, -2, 3);
    assertThat(Features.read("1;2;3")).containsExactly(1, 2, 3);
    assertThat(Features.read("\u20131")).containsExactly(-1);
  }

  @Test
  void asksWhatACommaMeansBesideSemicolons() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TypedText.numbers("0,5; 0,25"))
        .withMessageContaining("write decimals with a point");
  }

  @Test
  void leavesDashesBetweenWordsAlone() {
    assertThat(TypedText.numbers("a \u2013 b")).isEqualTo("a \u2013 b");
  }
}
