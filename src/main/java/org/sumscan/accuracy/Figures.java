package org.sumscan.accuracy;

/** Whether a model's accuracy may be shown: only while replay and chain were found equal. */
public sealed interface Figures {

  /** Replay and chain agree. */
  record Shown(AccuracySummary summary) implements Figures {}

  /**
   * Nothing to show yet: no sample, or the replay is not yet compared with the chain.
   *
   * @param samples how many samples were replayed so far
   */
  record Pending(long samples) implements Figures {}

  /**
   * The replay differs from the chain, so its figures are kept back.
   *
   * @param reason what differed, at most 1000 characters of our own words
   */
  record Withheld(String reason) implements Figures {}
}
