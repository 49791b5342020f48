package org.sumscan.catalog;

/** How far the listing of a model has come. */
public enum ListingState {
  /** Its contracts were read; its initial state is not known yet. */
  LISTED,
  /** Its initial state is known, so its samples can be replayed. */
  REPLAYABLE,
  /**
   * Its initial state cannot be read, so it has no accuracy; {@link Model#listingReason} says why.
   */
  NOT_REPLAYABLE
}
