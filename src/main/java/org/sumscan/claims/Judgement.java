package org.sumscan.claims;

/** What came of asking who can claim from a sample. */
public sealed interface Judgement {

  /** Every condition was looked at. */
  record Judged(ClaimSheet sheet) implements Judgement {}

  /** No sample of a listed model is indexed there. */
  record NotIndexed() implements Judgement {}

  /**
   * It cannot be said now.
   *
   * @param reason a whole sentence, without secrets
   */
  record Unanswered(String reason) implements Judgement {}
}
