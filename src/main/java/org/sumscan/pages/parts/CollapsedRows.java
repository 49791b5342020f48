package org.sumscan.pages.parts;

import java.util.List;
import org.sumscan.pages.text.NumberText;

/**
 * The rows of a table: the first of them in sight, the others folded away.
 *
 * @param more how many are folded away, in words
 */
public record CollapsedRows<T>(List<T> first, List<T> rest, String more) {

  private static final int IN_SIGHT = 6;

  /** Keeps the first rows in sight and folds the rest away. */
  public static <T> CollapsedRows<T> of(List<T> rows) {
    int seen = Math.min(IN_SIGHT, rows.size());
    List<T> rest = rows.subList(seen, rows.size());
    return new CollapsedRows<>(
        rows.subList(0, seen), rest, NumberText.grouped(rest.size()) + " more");
  }
}
