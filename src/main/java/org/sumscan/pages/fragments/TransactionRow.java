package org.sumscan.pages.fragments;

import java.time.Instant;
import org.sumscan.pages.links.Links;
import org.sumscan.pages.text.AddressText;
import org.sumscan.pages.text.Moment;
import org.sumscan.transactions.WatchedTransaction;

/**
 * A followed transaction in a list; the fragment {@code transaction-rows :: rows} shows them.
 *
 * @param state what programs call its state
 * @param words the same for people
 * @param tone how the state is marked
 * @param reason why it is not where it should be; empty where it is
 */
public record TransactionRow(
    String href,
    String what,
    String state,
    String words,
    String tone,
    String reason,
    AddressText hash,
    Moment sent) {

  /** Makes a row, with its age as of {@code now}. */
  public static TransactionRow of(WatchedTransaction watched, Instant now) {
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
