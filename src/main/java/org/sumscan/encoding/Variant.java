package org.sumscan.encoding;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The ways of encoding that are told apart where an original is compared with a sample. */
public enum Variant {
  /** Integers as they are. */
  INTEGERS("integers", NumberEncoding::integers),
  /** Decimal numbers times 10⁹, rounded. */
  TIMES_BILLION("times-billion", NumberEncoding::timesBillion),
  /** {@link WordHashes#UTF_8}. */
  WORDS_UTF_8("murmurhash3-utf8", WordHashes.UTF_8::encode),
  /** {@link WordHashes#CASE_KEPT}. */
  WORDS_CASE_KEPT("murmurhash3-case-kept", WordHashes.CASE_KEPT::encode),
  /** {@link WordHashes#POSITION_SEEDED}. */
  WORDS_POSITION_SEEDED("murmurhash3-position-seeded", WordHashes.POSITION_SEEDED::encode),
  /** A picture's ink as a vector of length 1, times 10⁹: {@link GreyPicture}. */
  PICTURE_INK("picture-ink", text -> new Encoding.Refused("A picture is no text.")),
  /** The features themselves, as hexadecimal words: {@link EncodedWords}. */
  ENCODED_WORDS("encoded-words", EncodedWords::encode);

  /** What makes features of a text. */
  private interface OfText {
    Encoding encode(String text);
  }

  private final String wireName;
  private final OfText ofText;

  Variant(String wireName, OfText ofText) {
    this.wireName = wireName;
    this.ofText = ofText;
  }

  /** The word in answers and in the database, such as "murmurhash3-utf8". */
  public String wireName() {
    return wireName;
  }

  /**
   * The variant of that word.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Variant named(String wireName) {
    return Arrays.stream(values())
        .filter(variant -> variant.wireName.equals(wireName))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no variant is called " + wireName));
  }

  /**
   * Encodes a text in this way.
   *
   * @param text untrusted, of any length
   */
  public Encoding encode(String text) {
    return ofText.encode(text);
  }

  /**
   * The ways in which a text may have been encoded for an encoder, the likeliest first; none where
   * the encoder needs data that is not part of Sumscan. What may be sent for any encoder, {@link
   * #ENCODED_WORDS}, is not among them.
   */
  public static List<Variant> of(Encoder encoder) {
    return switch (encoder) {
      case NONE -> List.of(INTEGERS);
      case TIMES_BILLION -> List.of(TIMES_BILLION);
      case MURMUR_HASH3 -> List.of(WORDS_UTF_8, WORDS_CASE_KEPT, WORDS_POSITION_SEEDED);
      case IMDB_VOCABULARY, MOBILE_NET_V2, UNIVERSAL_SENTENCE -> List.of();
    };
  }

  /** The way in which a text gives exactly these features, if it does so in any. */
  public static Optional<Variant> match(Encoder encoder, String text, long[] features) {
    Encoding wanted = new Encoding.Encoded(features);
    return Stream.concat(of(encoder).stream(), Stream.of(ENCODED_WORDS))
        .filter(way -> way.encode(text).equals(wanted))
        .findFirst();
  }
}
