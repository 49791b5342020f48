package org.sumscan.catalog;

/** How far the listing of a model has come. */
public enum ListingState {
  /** Its contracts were read; the state in which it was handed over is still being sought. */
  LISTED,
  /** Its start is known, so its samples can be replayed. */
  REPLAYABLE,
  /** Its start cannot be read, so it has no accuracy; {@link Model#listingReason} says why. */
  NOT_REPLAYABLE
}
