package org.sumscan.ledger.coverage;

import org.sumscan.kernel.BlockRange;
import org.sumscan.kernel.Hash32;

/**
 * Blocks of which every row is in the ledger.
 *
 * @param toHash hash of the last of them
 * @param endpoint the host that they came from
 * @param logs how many logs it gave
 */
public record CoveredRange(
    BlockRange range, Hash32 toHash, String endpoint, long logs, Proof proof) {

  /** How sure it is that the endpoint left nothing out, the least sure first. */
  public enum Proof {
    /** It said so. */
    FETCHED,
    /** The headers' blooms, the receipts or another endpoint said the same. */
    CROSS_CHECKED,
    /** The receipts' root was recomputed. */
    PROVEN;

    /** As it is stored. */
    public String text() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    /** What is stored as that text. */
    public static Proof named(String text) {
      return valueOf(text.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
    }
  }
}
