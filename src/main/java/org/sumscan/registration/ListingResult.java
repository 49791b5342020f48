package org.sumscan.registration;

import org.sumscan.catalog.Model;

/** Whether a model is listed, and why not. */
public sealed interface ListingResult {

  /**
   * The model is listed; its {@link Model#listingState} says whether its samples can be replayed.
   */
  record Listed(Model model) implements ListingResult {}

  /**
   * The contract at the address is not a model that we can list.
   *
   * @param explanation what is wrong, in a sentence of our own words
   */
  record Refused(Refusal reason, String explanation) implements ListingResult {}

  /**
   * The chain did not answer, so nothing is known: try again.
   *
   * @param explanation what went wrong, in words
   */
  record Unavailable(String explanation) implements ListingResult {}
}
