package org.sumscan.encoding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncoderTest {

  @ParameterizedTest
  @CsvSource({
    "NONE, none",
    "MURMUR_HASH3, murmurhash3",
    "IMDB_VOCABULARY, imdb VOCAB",
    "MOBILE_NET_V2, mobilenetv2",
    "UNIVERSAL_SENTENCE, Universal Sentence Encoder"
  })
  void isFoundWithoutRegardToCase(Encoder encoder, String name) {
    assertThat(Encoder.named(name)).contains(encoder);
  }

  @ParameterizedTest
  @EnumSource
  void isFoundByItsOwnName(Encoder encoder) {
    assertThat(Encoder.named(encoder.text())).contains(encoder);
  }

  @Test
  void isNotFoundByAnotherName() {
    assertThat(Encoder.named("rot13")).isEmpty();
    assertThat(Encoder.named("")).isEmpty();
  }

  @Test
  void takesIntegersAsTheyAre() {
    assertThat(Encoder.NONE.encode("[3, -1 ,9223372036854775807\n-9223372036854775808]"))
        .isEqualTo(new Encoding.Encoded(new long[] {3, -1, Long.MAX_VALUE, Long.MIN_VALUE}));
    assertThat(Encoder.NONE.encode(" [ ] ")).isEqualTo(new Encoding.Encoded(new long[0]));
  }

  @Test
  void multipliesByABillionAndRoundsAHalfUpwards() {
    assertThat(Encoder.TIMES_BILLION.encode("1, -0.5, 0.1234567895 -1.5e-9 2.5e-9 1e-10"))
        .isEqualTo(
            new Encoding.Encoded(new long[] {1_000_000_000, -500_000_000, 123456790, -1, 3, 0}));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1,,2", "1;2", "one", "0x10", "NaN", "Infinity", "1e99999", "1d", "[1"})
  void refusesWhatIsNotANumber(String input) {
    assertThat(Encoder.NONE.encode(input)).isInstanceOf(Encoding.Refused.class);
    assertThat(Encoder.TIMES_BILLION.encode(input)).isInstanceOf(Encoding.Refused.class);
  }

  @Test
  void refusesNumbersThatDoNotFit() {
    assertThat(Encoder.NONE.encode("1 9223372036854775808"))
        .isEqualTo(new Encoding.Refused("Number 2 of the list is not a whole number of 64 bits."));
    assertThat(Encoder.NONE.encode("1.5")).isInstanceOf(Encoding.Refused.class);
    assertThat(Encoder.TIMES_BILLION.encode("1e10"))
        .isEqualTo(new Encoding.Refused("Number 1 of the list is too large."));
    assertThatThrownBy(() -> NumberEncoding.timesBillion(Double.NaN))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusesMoreNumbersThanAnySampleHolds() {
    assertThat(Encoder.NONE.encode("1 ".repeat(Encoding.MOST_FEATURES + 1)))
        .isInstanceOf(Encoding.Refused.class);
  }

  @Test
  void saysWhatItCannotEncode() {
    assertThat(Encoder.MOBILE_NET_V2.encode("1"))
        .isEqualTo(
            new Encoding.Refused(
                "The encoder 'MobileNetV2' needs data that is not part of Sumscan: give integers"
                    + " instead."));
  }
}
