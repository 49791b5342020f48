package org.sumscan.registration.validation.answers;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.sumscan.contracts.ContractFunction;
import org.sumscan.encoding.Encoder;
import org.sumscan.registration.validation.subject.Finding;
import org.sumscan.registration.validation.subject.Subject;
import org.sumscan.registration.validation.subject.Unknown;
import org.sumscan.registration.validation.subject.ValidationCheck;

/** Whether the encoder is one that is known, and can be computed here. */
final class EncoderCheck implements ValidationCheck {

  private static final int QUOTED = 60;

  @Override
  public String id() {
    return "encoder";
  }

  @Override
  public Finding look(Subject subject) {
    String text =
        subject
            .trainer()
            .text(ContractFunction.ENCODER)
            .value()
            .orElseThrow(() -> new Unknown("It answers encoder() with no text."));
    Optional<Encoder> encoder = Encoder.named(text);
    if (encoder.isEmpty()) {
      return Finding.warning(
          "The encoder “" + shortened(text) + "” is not known.",
          "Samples can be shown and added as integers only. Known encoders: " + known() + ".");
    }
    return switch (encoder.get()) {
      case NONE, TIMES_BILLION, MURMUR_HASH3 ->
          Finding.passed("The encoder is “" + encoder.get().text() + "”.");
      case IMDB_VOCABULARY, MOBILE_NET_V2, UNIVERSAL_SENTENCE ->
          Finding.warning(
              "The encoder is “"
                  + encoder.get().text()
                  + "”, which needs data that is not part of Sumscan.",
              "Samples can be shown and added as integers only.");
    };
  }

  private static String known() {
    return Arrays.stream(Encoder.values()).map(Encoder::text).collect(Collectors.joining(", "));
  }

  static String shortened(String text) {
    return text.length() <= QUOTED ? text : text.substring(0, QUOTED) + "…";
  }
}
