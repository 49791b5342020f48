package org.sumscan.originals;

/** What became of something that was sent. */
public sealed interface SubmissionResult {

  /** It waits to be compared with its sample, or did so before. */
  record Accepted() implements SubmissionResult {}

  /**
   * Too much waits already.
   *
   * @param reason a whole sentence
   */
  record Full(String reason) implements SubmissionResult {}
}
