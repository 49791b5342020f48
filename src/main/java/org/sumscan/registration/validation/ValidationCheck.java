package org.sumscan.registration.validation;

import java.time.Duration;

/** One thing that is looked at. */
sealed interface ValidationCheck
    permits AddressCheck,
        ChainCheck,
        CodeCheck,
        InterfaceCheck,
        PartsCheck,
        RolesCheck,
        OwnershipCheck,
        TextCheck,
        EncoderCheck,
        ClassifierCheck,
        ClassesCheck,
        NumbersCheck,
        WaitsCheck,
        CostWeightCheck,
        PredictCheck,
        CountsCheck,
        BalanceCheck,
        BytecodeCheck,
        HandOverCheck,
        StorageCheck,
        ListedCheck {

  /** For what asks a handful of questions. */
  Duration PATIENCE = Duration.ofSeconds(20);

  /** For what reads a model's past. */
  Duration LONG_PATIENCE = Duration.ofSeconds(60);

  /** Its name for programs: lower-case words with hyphens, never changed. */
  String id();

  /** How long it may take. */
  default Duration patience() {
    return PATIENCE;
  }

  /**
   * Looks at it. May throw {@link Unknown} for what cannot be looked at since something else is
   * wrong, and a node's fault.
   */
  Finding look(Subject subject);
}
