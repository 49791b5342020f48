package org.sumscan.registration;

/** Ends the reading of a contract that is not a model; becomes a {@link ListingResult.Refused}. */
public final class RefusedException extends Exception {

  private static final long serialVersionUID = 1L;

  private final Refusal reason;

  RefusedException(Refusal reason, String explanation) {
    super(explanation);
    this.reason = reason;
  }

  ListingResult.Refused listing() {
    return new ListingResult.Refused(reason, String.valueOf(getMessage()));
  }
}
