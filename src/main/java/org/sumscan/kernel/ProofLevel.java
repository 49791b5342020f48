package org.sumscan.kernel;

import java.util.Locale;

/** How sure it is that the logs of some blocks are all there, the least sure first. */
public enum ProofLevel {
  /** One endpoint said so. */
  FETCHED,
  /**
   * A second endpoint gave the same, or the headers' bloom filters exclude that logs are missing.
   */
  CROSS_CHECKED,
  /**
   * The logs are those of receipts whose root is the header's, or the header excludes any: by an
   * empty list of receipts, or by a bloom filter on a chain whose filters were seen to be true.
   */
  PROVEN;

  /** As it is stored. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** What is stored as that text. */
  public static ProofLevel named(String text) {
    return valueOf(text.toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /** The less sure of two. */
  public ProofLevel weaker(ProofLevel other) {
    return compareTo(other) < 0 ? this : other;
  }
}
