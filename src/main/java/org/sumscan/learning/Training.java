package org.sumscan.learning;

/** What became of a sample to learn from. */
public sealed interface Training {

  /** The sample was taken; the state may be as it was, when the model already agreed. */
  record Learned() implements Training {
    static final Learned LEARNED = new Learned();
  }

  /** The contract's call reverts; nothing changed. */
  record Rejected(Rejection reason) implements Training {}
}
