package org.sumscan.pages;

import org.jspecify.annotations.Nullable;

/**
 * A named value.
 *
 * @param note a few words beside it; empty for none
 * @param amount the value where it is money, in place of the text
 */
record Fact(String name, String value, String note, @Nullable Amount amount) {

  static Fact of(String name, String value, String note) {
    return new Fact(name, value, note, null);
  }

  static Fact of(String name, Amount amount, String note) {
    return new Fact(name, "", note, amount);
  }
}
