package org.sumscan.encoding;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The encoders that models name in {@code encoder()}, under the names that deployed models use; a
 * name is compared without case.
 */
public enum Encoder {
  /** Integers as they are. */
  NONE("none"),
  /** Decimal numbers, times 10⁹ and rounded. */
  TIMES_BILLION("Multiply by 1E9, then round"),
  /** Each word of a text as its 32-bit hash. */
  MURMUR_HASH3("MurmurHash3"),
  /** Each word of a text as its place in a vocabulary of film reviews, which is not shipped. */
  IMDB_VOCABULARY("IMDB vocab"),
  /** An image's embedding by a network whose weights are not shipped. */
  MOBILE_NET_V2("MobileNetV2"),
  /** A sentence's embedding by a network whose weights are not shipped. */
  UNIVERSAL_SENTENCE("universal sentence encoder");

  private final String text;

  Encoder(String text) {
    this.text = text;
  }

  /** The name as a contract answers it. */
  public String text() {
    return text;
  }

  /**
   * Finds the encoder that a contract names.
   *
   * @param text untrusted
   * @return nothing if the name is of none that is known
   */
  public static Optional<Encoder> named(String text) {
    String wanted = text.toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(encoder -> encoder.text.toLowerCase(Locale.ROOT).equals(wanted))
        .findFirst();
  }

  /**
   * Encodes what a person typed: numbers apart by commas or white space, square brackets around
   * them allowed, or a text, as this encoder wants it. Of the variants of MurmurHash3 this is
   * {@link WordHashes#UTF_8}.
   *
   * @param input untrusted, of any length
   */
  public Encoding encode(String input) {
    return switch (this) {
      case NONE -> NumberEncoding.integers(input);
      case TIMES_BILLION -> NumberEncoding.timesBillion(input);
      case MURMUR_HASH3 -> WordHashes.UTF_8.encode(input);
      case IMDB_VOCABULARY, MOBILE_NET_V2, UNIVERSAL_SENTENCE ->
          new Encoding.Refused(
              "The encoder '%s' needs data that is not part of Sumscan: give integers instead."
                  .formatted(text));
    };
  }
}
