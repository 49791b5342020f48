package org.sumscan.registration.validation;

import org.sumscan.catalog.CheckResult;
import org.sumscan.catalog.CheckVerdict;

/**
 * What a check came to.
 *
 * @param found in whole sentences
 * @param remedy what to do; empty for nothing
 */
record Finding(CheckVerdict verdict, String found, String remedy) {

  static Finding passed(String found) {
    return new Finding(CheckVerdict.PASSED, found, "");
  }

  static Finding warning(String found, String remedy) {
    return new Finding(CheckVerdict.WARNING, found, remedy);
  }

  static Finding failed(String found, String remedy) {
    return new Finding(CheckVerdict.FAILED, found, remedy);
  }

  static Finding notApplicable(String why) {
    return new Finding(CheckVerdict.NOT_APPLICABLE, why, "");
  }

  CheckResult of(String id) {
    return new CheckResult(id, verdict, found, remedy);
  }
}
