package org.sumscan.pages.model.forms;

import java.util.Optional;
import org.sumscan.reading.ModelInputs;

/**
 * The fields in which a visitor gives a sample: an input that is encoded here, or features.
 *
 * @param takesInput whether inputs can be encoded for the model
 * @param prompt what to type as an input
 * @param input as it was typed
 * @param features as they were typed
 */
public record InputFields(boolean takesInput, String prompt, String input, String features) {

  static InputFields of(Optional<ModelInputs.InputEncoding> encoding, TypedInput typed) {
    return new InputFields(
        encoding.isPresent(),
        encoding.map(PredictForm::prompt).orElse(""),
        typed.input(),
        typed.features());
  }
}
