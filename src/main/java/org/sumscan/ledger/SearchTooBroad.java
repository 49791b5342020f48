package org.sumscan.ledger;

/** A search that would read more than a visitor may ask for; it was broken off. */
public final class SearchTooBroad extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /** For a query that ran into its timeout. */
  public SearchTooBroad(Throwable cause) {
    super(
        "This search reads too much. Name a model or an account, take a filter away, or ask for a"
            + " shorter time.",
        cause);
  }
}
