package org.sumscan.pages.parts;

import org.jspecify.annotations.Nullable;
import org.sumscan.pages.text.Amount;

/**
 * A named value.
 *
 * @param note a few words beside it; empty for none
 * @param amount the value where it is money, in place of the text
 */
public record Fact(String name, String value, String note, @Nullable Amount amount) {

  /** A value in words. */
  public static Fact of(String name, String value, String note) {
    return new Fact(name, value, note, null);
  }

  /** A value that is money. */
  public static Fact of(String name, Amount amount, String note) {
    return new Fact(name, "", note, amount);
  }
}
