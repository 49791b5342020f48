package org.sumscan.transactions;

/** Whether a transaction is followed from now on. */
public sealed interface WatchResult {

  /** It is. */
  record Watched(WatchedTransaction transaction) implements WatchResult {}

  /** It is none that Sumscan follows; a whole sentence says why. */
  record Refused(String reason) implements WatchResult {}

  /** Too many are followed already; a whole sentence says of whom. */
  record Full(String reason) implements WatchResult {}
}
