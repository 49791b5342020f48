package org.sumscan.registration.validation.answers;

import java.util.List;
import org.sumscan.registration.validation.subject.CodeLibrary;
import org.sumscan.registration.validation.subject.ValidationCheck;

/** The checks of what the contracts answer. */
public final class AnswerChecks {

  private AnswerChecks() {}

  /** All of them, in the order in which they are made. */
  public static List<ValidationCheck> all(CodeLibrary library) {
    return List.of(
        new TextCheck(),
        new EncoderCheck(),
        new ClassifierCheck(library),
        new ClassesCheck(),
        new NumbersCheck(),
        new WaitsCheck(),
        new CostWeightCheck(),
        new PredictCheck());
  }
}
