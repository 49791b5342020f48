package org.sumscan.kernel;

import java.util.Locale;

/** How sure it is that the logs of some blocks are all there, the least sure first. */
public enum ProofLevel {
  /** An endpoint said so. */
  FETCHED,
  /** The headers' bloom filters, the receipts or another endpoint said the same. */
  CROSS_CHECKED,
  /** The receipts' root was recomputed, and is the header's. */
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
