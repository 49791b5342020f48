package org.sumscan.api.samples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {

  @Test
  void writesPlainCellsAsTheyAre() {
    assertThat(Csv.line(List.of("a", "0x12", "1000", ""))).isEqualTo("a,0x12,1000,\r\n");
  }

  @Test
  void quotesWhatWouldEndACell() {
    assertThat(Csv.line(List.of("a,b", "say \"x\"", "two\nlines")))
        .isEqualTo("\"a,b\",\"say \"\"x\"\"\",\"two\nlines\"\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+1",
        "-1",
        "@SUM(A1)",
        "|calc",
        "%x",
        "\t=1",
        "\r=1",
        "  =1",
        "\u0000=1",
        "\uFF1D1"
      })
  void takesTheFormulaOutOfAText(String text) {
    String cell = Csv.line(List.of(text)).strip();
    assertThat(cell.startsWith("'") || cell.startsWith("\"'")).as(cell).isTrue();
  }

  @Test
  void dropsControlCharacters() {
    assertThat(Csv.line(List.of("a\u0000b\u001bc"))).isEqualTo("abc\r\n");
  }
}
