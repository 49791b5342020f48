package org.sumscan.transactions;

/** Whether a transaction is followed from now on. */
public sealed interface Watching {

  /** It is. */
  record Watched(WatchedTransaction transaction) implements Watching {}

  /** It is none that Sumscan follows; a whole sentence says why. */
  record Refused(String reason) implements Watching {}

  /** Too many are followed already; a whole sentence says of whom. */
  record Full(String reason) implements Watching {}
}
