package org.sumscan.pages;

import java.time.Instant;
import org.sumscan.transactions.TransactionKind;
import org.sumscan.transactions.WatchedTransaction;

/**
 * A followed transaction in a list; the fragment {@code transaction-rows :: rows} shows them.
 *
 * @param state what programs call its state
 * @param words the same for people
 * @param tone how the state is marked
 * @param reason why it is not where it should be; empty where it is
 */
record TransactionRow(
    String href,
    String what,
    String state,
    String words,
    String tone,
    String reason,
    AddressText hash,
    Moment sent) {

  static TransactionRow of(WatchedTransaction watched, Instant now) {
    return new TransactionRow(
        Links.transaction(watched.submitted().chain(), watched.submitted().hash()),
        what(watched.submitted().kind()),
        watched.state().wireName(),
        words(watched),
        tone(watched),
        watched.reason() == null ? "" : watched.reason(),
        AddressText.hash(watched.submitted().hash()),
        Moment.of(watched.sentAt().getEpochSecond(), now));
  }

  private static String what(TransactionKind kind) {
    return switch (kind) {
      case REFUND -> "Refund";
      case REPORT -> "Report";
      case ADD_DATA -> "New sample";
    };
  }

  private static String words(WatchedTransaction watched) {
    return switch (watched.state()) {
      case SENT -> "Sent, waiting for a block";
      case INCLUDED -> "In a block, being indexed";
      case INDEXED -> "In a block and indexed";
      case FINAL -> "Final";
      case REPLACED -> "Replaced";
      case CANCELLED -> "Cancelled";
      case REVERTED -> "Failed";
      case REORGED -> "Undone: its block was replaced";
      case DROPPED -> "Lost: no node knows it any more";
      case UNKNOWN -> "Not seen on the chain so far";
    };
  }

  private static String tone(WatchedTransaction watched) {
    return switch (watched.state()) {
      case INDEXED, FINAL -> "good";
      case REVERTED, DROPPED -> "bad";
      case REPLACED, CANCELLED, REORGED, UNKNOWN -> "warn";
      case SENT, INCLUDED -> "";
    };
  }
}
