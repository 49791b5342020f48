package org.sumscan.pages;

import java.time.Instant;
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
        watched.submitted().kind().title(),
        watched.state().wireName(),
        watched.state().sentence(),
        watched.state().tone().styleClass(),
        watched.reason() == null ? "" : watched.reason(),
        AddressText.hash(watched.submitted().hash()),
        Moment.of(watched.sentAt().getEpochSecond(), now));
  }
}
