package org.sumscan.catalog.validation;

import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import org.sumscan.persistence.ShownText;

/**
 * The result of one check of a contract; its texts are cleaned and bounded.
 *
 * @param id what was checked, one lower-case word or several with hyphens
 * @param found what is so, in whole sentences; may quote a stranger's text, within “ and ”
 * @param remedy what to do about it; empty where nothing needs to be done
 */
@Embeddable
public record CheckResult(
    String id,
    @Convert(converter = CheckVerdict.Converter.class) CheckVerdict verdict,
    String found,
    String remedy) {

  /** The first words of a check that was not made because another failed. */
  public static final String NOT_CHECKED = "Not checked: ";

  private static final int FOUND = 2000;
  private static final int REMEDY = 1000;

  public CheckResult {
    found = ShownText.of(found, FOUND);
    remedy = ShownText.of(remedy, REMEDY);
  }

  /** This result with nothing between the first and the last quotation mark. */
  CheckResult redacted() {
    return new CheckResult(id, verdict, silent(found), silent(remedy));
  }

  private static String silent(String text) {
    int from = text.indexOf('“');
    int to = text.lastIndexOf('”');
    if (from < 0) return text;
    return text.substring(0, from + 1) + "hidden" + (to > from ? text.substring(to) : "");
  }
}
