package org.sumscan.encoding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncodedWordsTest {

  private static String list(long[] features, LongFunction<String> word) {
    return Arrays.stream(features)
        .mapToObj(feature -> '"' + word.apply(feature) + '"')
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static String signed(long feature) {
    String digits = Long.toHexString(Math.abs(feature));
    return (feature < 0 ? "-0x" : "0x") + digits;
  }

  private static String wide(long feature) {
    return "0x" + (feature < 0 ? "f" : "0").repeat(48) + "%016x".formatted(feature);
  }

  @Test
  void readsEachWayInWhichAClientWritesNumbers() {
    long[] features = new Random(9).longs(50).map(value -> value >> 20).toArray();
    Encoding wanted = new Encoding.Encoded(features);
    assertThat(EncodedWords.encode(list(features, EncodedWordsTest::signed))).isEqualTo(wanted);
    assertThat(EncodedWords.encode(list(features, EncodedWordsTest::wide))).isEqualTo(wanted);
    assertThat(EncodedWords.encode(list(features, "0x%016x"::formatted))).isEqualTo(wanted);
    assertThat(EncodedWords.encode(" [ \"0x1\" ,\n\"0X0A\" ] "))
        .isEqualTo(new Encoding.Encoded(new long[] {1, 10}));
    assertThat(EncodedWords.encode("[]")).isEqualTo(new Encoding.Encoded(new long[0]));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[",
        "a picture of a cat",
        "[1, 2]",
        "[0x1]",
        "[\"1\"]",
        "[\"0x\"]",
        "[\"0x1\",]",
        "[\"0x1\" \"0x2\"]",
        "[\"0x1ffffffffffffffff\"]",
        "{\"0x1\":\"0x2\"}"
      })
  void refusesWhateverElse(String text) {
    assertThat(EncodedWords.encode(text)).isInstanceOf(Encoding.Refused.class);
  }

  @Test
  void refusesMoreThanASampleCanHave() {
    String many = list(new long[Encoding.MOST_FEATURES + 1], EncodedWordsTest::signed);
    assertThat(EncodedWords.encode(many)).isInstanceOf(Encoding.Refused.class);
  }
}
