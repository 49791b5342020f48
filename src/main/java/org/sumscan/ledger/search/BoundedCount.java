package org.sumscan.ledger.search;

/**
 * A count that stops early.
 *
 * @param more whether there are more than that
 */
public record BoundedCount(long value, boolean more) {

  /** Up to here samples are counted. */
  public static final int MOST = 10_000;

  @Override
  public String toString() {
    return more ? value + "+" : Long.toString(value);
  }
}
