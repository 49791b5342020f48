package org.sumscan.catalog;

import java.util.List;
import java.util.stream.IntStream;
import org.sumscan.encoding.Encoder;
import org.sumscan.kernel.ModelId;
import org.sumscan.persistence.ShownText;

/**
 * What a stranger wrote of a model: free texts, to be escaped wherever they are shown.
 *
 * @param name what its deployer calls it
 * @param description what its deployer says of it
 * @param encoder how samples are encoded
 * @param classNames one name a class
 */
public record ModelTexts(String name, String description, String encoder, List<String> classNames) {

  public ModelTexts {
    classNames = List.copyOf(classNames);
  }

  /** Cleaned and cut: 4000 characters of description, 200 of every other text. */
  ModelTexts bounded() {
    return new ModelTexts(
        ShownText.of(name, ShownText.NAME),
        ShownText.of(description, ShownText.DESCRIPTION),
        ShownText.of(encoder, ShownText.NAME),
        classNames.stream().map(label -> ShownText.of(label, ShownText.NAME)).toList());
  }

  /**
   * Texts of ours in their place: model and classes are called by their numbers, and of the encoder
   * only a known name is left.
   */
  ModelTexts redacted(ModelId model) {
    return new ModelTexts(
        "Hidden model " + model.address().toString().substring(0, 10),
        "",
        Encoder.named(encoder).isEmpty() ? "" : encoder,
        IntStream.range(0, classNames.size()).mapToObj(i -> "class " + i).toList());
  }
}
