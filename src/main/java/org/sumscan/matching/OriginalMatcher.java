package org.sumscan.matching;

import java.util.Optional;
import org.sumscan.encoding.Encoder;
import org.sumscan.encoding.Encoding;
import org.sumscan.encoding.Variant;
import org.sumscan.originals.Content;
import org.sumscan.originals.Match;
import org.sumscan.originals.Pictures;

/** Says whether an original gives a sample's features. */
final class OriginalMatcher {

  private OriginalMatcher() {}

  /**
   * @param encoder what the model names its encoder, untrusted
   * @param features those on chain
   */
  static Match match(String encoder, Content content, long[] features) {
    Optional<Encoder> known = Encoder.named(encoder);
    if (known.isEmpty() || Variant.of(known.get()).isEmpty()) return bare(content, features);
    Optional<Variant> variant =
        switch (content) {
          case Content.Text(String text) -> Variant.match(known.get(), text, features);
          case Content.Image image ->
              known.get() == Encoder.TIMES_BILLION ? ink(image, features) : Optional.empty();
        };
    return variant.<Match>map(Match.Matches::new).orElseGet(Match.Differs::new);
  }

  /** For an encoder that cannot be repeated, only the features themselves can be compared. */
  private static Match bare(Content content, long[] features) {
    Encoding encoded =
        content instanceof Content.Text(String text)
            ? Variant.ENCODED_WORDS.encode(text)
            : new Encoding.Refused("A picture is no text.");
    if (!(encoded instanceof Encoding.Encoded)) return new Match.Unknown();
    return encoded.equals(new Encoding.Encoded(features))
        ? new Match.Matches(Variant.ENCODED_WORDS)
        : new Match.Differs();
  }

  private static Optional<Variant> ink(Content.Image image, long[] features) {
    Encoding wanted = new Encoding.Encoded(features);
    return Pictures.grey(image).encode().equals(wanted)
        ? Optional.of(Variant.PICTURE_INK)
        : Optional.empty();
  }
}
