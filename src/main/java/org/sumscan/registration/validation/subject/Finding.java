package org.sumscan.registration.validation.subject;

import java.util.List;
import java.util.Locale;
import org.sumscan.catalog.validation.CheckResult;
import org.sumscan.catalog.validation.CheckVerdict;

/**
 * The finding of a check.
 *
 * @param found in whole sentences
 * @param remedy what to do; empty for nothing
 */
public record Finding(CheckVerdict verdict, String found, String remedy) {

  public static Finding passed(String found) {
    return new Finding(CheckVerdict.PASSED, found, "");
  }

  public static Finding warning(String found, String remedy) {
    return new Finding(CheckVerdict.WARNING, found, remedy);
  }

  public static Finding failed(String found, String remedy) {
    return new Finding(CheckVerdict.FAILED, found, remedy);
  }

  public static Finding notApplicable(String why) {
    return new Finding(CheckVerdict.NOT_APPLICABLE, why, "");
  }

  public CheckResult of(String id) {
    return new CheckResult(id, verdict, found, remedy);
  }

  /** Joins findings, each a clause without a full stop, into one sentence. */
  public static String sentence(List<String> findings) {
    String text = String.join("; ", findings) + ".";
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
