package org.sumscan.registration.validation.history;

import java.util.List;
import org.sumscan.registration.classifier.InitCode;
import org.sumscan.registration.validation.subject.CodeLibrary;
import org.sumscan.registration.validation.subject.ValidationCheck;

/** The checks of what the contracts have done, by their events, storage and code. */
public final class HistoryChecks {

  private HistoryChecks() {}

  /** All of them, in the order in which they are made. */
  public static List<ValidationCheck> all(CodeLibrary library, InitCode initCode) {
    return List.of(
        new CountsCheck(),
        new BalanceCheck(),
        new BytecodeCheck(library),
        new HandOverCheck(),
        new ReplayCheck(initCode),
        new StorageCheck(library));
  }
}
