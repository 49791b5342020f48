package org.sumscan.ledger;

/** A cursor that no page has given out for this question. */
public final class InvalidCursor extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  /** For a text that is no cursor of the search. */
  public InvalidCursor() {
    super("This cursor does not belong to this search; begin with its first page.");
  }
}
