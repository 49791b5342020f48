package org.sumscan.ledger.coverage;

import org.jspecify.annotations.Nullable;

/**
 * Up to which block each level of proof holds without a gap. What is indexed above is one
 * endpoint's word.
 *
 * @param crossCheckedTo the last block up to which all are cross-checked or proven; null for none
 * @param provenTo the last block up to which all are proven; null for none
 * @param doubted the first block that may hold logs which no endpoint gives, nor receipts that
 *     would settle it; null for none
 * @param pendingClaims how many claims are not tied to their samples yet, which therefore look as
 *     if nothing had been claimed of them
 * @param repairs how often rows were put right since an endpoint had left logs out
 */
public record Levels(
    @Nullable Long crossCheckedTo,
    @Nullable Long provenTo,
    @Nullable Long doubted,
    long pendingClaims,
    long repairs) {

  /** Nothing is indexed. */
  static final Levels NONE = new Levels(null, null, null, 0, 0);

  /** Whether all that is indexed up to a block is proven. */
  public boolean isProvenTo(@Nullable Long indexedTo) {
    return indexedTo != null && indexedTo.equals(provenTo);
  }
}
