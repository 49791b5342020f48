package org.sumscan.pages;

import java.util.List;

/**
 * The rows of a table: the first of them in sight, the others folded away.
 *
 * @param more how many are folded away, in words
 */
record CollapsedRows<T>(List<T> first, List<T> rest, String more) {

  private static final int IN_SIGHT = 6;

  static <T> CollapsedRows<T> of(List<T> rows) {
    int seen = Math.min(IN_SIGHT, rows.size());
    List<T> rest = rows.subList(seen, rows.size());
    return new CollapsedRows<>(
        rows.subList(0, seen), rest, NumberText.grouped(rest.size()) + " more");
  }
}
