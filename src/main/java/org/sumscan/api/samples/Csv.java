package org.sumscan.api.samples;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Lines of comma-separated values (RFC 4180) that no spreadsheet takes for formulas: a text that
 * begins like one gets an apostrophe in front, and control characters are taken out.
 */
final class Csv {

  private static final String FORMULA = "=+-@|%\t\r\n\uFF0B\uFF0D\uFF1D\uFF20";

  private Csv() {}

  static String line(List<String> cells) {
    return cells.stream().map(Csv::cell).collect(Collectors.joining(",", "", "\r\n"));
  }

  private static String cell(String raw) {
    String text = raw.replaceAll("[\\p{Cntrl}&&[^\t\r\n]]", "");
    String begin = text.stripLeading();
    boolean formula =
        !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0
            || !begin.isEmpty() && FORMULA.indexOf(begin.charAt(0)) >= 0;
    String safe = formula ? "'" + text : text;
    boolean plain = safe.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
    return plain ? safe : '"' + safe.replace("\"", "\"\"") + '"';
  }
}
