package org.sumscan.ledger.search;

import org.jspecify.annotations.Nullable;

/** A range with both ends included; an end that is null is open. */
public record Bounds<T extends Comparable<T>>(@Nullable T from, @Nullable T to) {

  /** Everything. */
  public static <T extends Comparable<T>> Bounds<T> none() {
    return new Bounds<>(null, null);
  }

  /** Whether a value lies within. */
  public boolean contain(T value) {
    return (from == null || value.compareTo(from) >= 0) && (to == null || value.compareTo(to) <= 0);
  }

  /** Whether nothing can lie within. */
  public boolean isEmpty() {
    return from != null && to != null && from.compareTo(to) > 0;
  }

  /** Whether it lets everything through. */
  public boolean isOpen() {
    return from == null && to == null;
  }
}
