package org.sumscan.ledger.write;

/** Where the writing of a batch has come to. */
public enum WriteStep {
  /** Nothing has been sent. */
  BEFORE_COPY,
  /** Rows have been sent, what they cover has not. */
  BETWEEN_COPY_AND_COVERAGE,
  /** All has been sent, and is not committed. */
  BEFORE_COMMIT,
  /** All is committed, and no one has been told. */
  AFTER_COMMIT
}
