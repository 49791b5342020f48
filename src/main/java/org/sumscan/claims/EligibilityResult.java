package org.sumscan.claims;

/** What an account can claim from a sample, or why that is not known. */
public sealed interface EligibilityResult {

  /** Every condition was looked at. */
  record Judged(ClaimSheet sheet) implements EligibilityResult {}

  /** No sample of a listed model is indexed there. */
  record NotIndexed() implements EligibilityResult {}

  /**
   * It cannot be said now.
   *
   * @param reason a whole sentence, without secrets
   */
  record Unanswered(String reason) implements EligibilityResult {}
}
