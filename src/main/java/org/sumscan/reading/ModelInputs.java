package org.sumscan.reading;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.sumscan.catalog.Model;
import org.sumscan.encoding.Encoder;
import org.sumscan.encoding.Encoding;
import org.sumscan.encoding.Variant;
import org.sumscan.originals.Originals;

/** Encodes what visitors type for a model, in the way that the model's samples were encoded. */
@Service
public class ModelInputs {

  private final Originals originals;

  ModelInputs(Originals originals) {
    this.originals = originals;
  }

  /**
   * How a model's inputs are encoded.
   *
   * @param variant the way that most of its originals match, the usual one where none is stored
   * @param counts how many originals match, by the way
   */
  public record InputEncoding(Variant variant, Map<Variant, Long> counts) {}

  /** The way for a model; nothing where its encoder is none that Sumscan can repeat. */
  public Optional<InputEncoding> way(Model model) {
    List<Variant> known = Encoder.named(model.encoder()).map(Variant::of).orElse(List.of());
    if (known.isEmpty()) return Optional.empty();
    Map<Variant, Long> counts = originals.variants(model.id());
    Variant chosen =
        known.stream()
            .max(
                Comparator.comparingLong((Variant variant) -> counts.getOrDefault(variant, 0L))
                    .thenComparing(Comparator.comparing(known::indexOf).reversed()))
            .orElseThrow();
    return Optional.of(new InputEncoding(chosen, counts));
  }

  private static String plain(Variant variant, String input) {
    return switch (variant) {
      case INTEGERS, TIMES_BILLION -> Features.plain(input);
      case WORDS_UTF_8, WORDS_CASE_KEPT, WORDS_POSITION_SEEDED, ENCODED_WORDS, PICTURE_INK -> input;
    };
  }

  /**
   * Encodes an input.
   *
   * @throws InvalidQuestion if it does not suit the encoder, or the encoder cannot be repeated
   */
  public long[] features(Model model, String input) {
    InputEncoding encoding =
        way(model)
            .orElseThrow(
                () ->
                    new InvalidQuestion(
                        "Sumscan cannot encode for this model: give its features instead, which"
                            + " are whole numbers."));
    return switch (encoding.variant().encode(plain(encoding.variant(), input))) {
      case Encoding.Encoded(long[] features) -> features;
      case Encoding.Refused(String reason) -> throw new InvalidQuestion(reason);
    };
  }
}
