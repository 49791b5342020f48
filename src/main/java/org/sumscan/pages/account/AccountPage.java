package org.sumscan.pages.account;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sumscan.pages.fragments.ClaimRow;
import org.sumscan.pages.fragments.Countdown;
import org.sumscan.pages.fragments.SampleRow;
import org.sumscan.pages.fragments.TransactionRow;
import org.sumscan.pages.links.RevealLink;
import org.sumscan.pages.parts.CollapsedRows;
import org.sumscan.pages.parts.EmptyState;
import org.sumscan.pages.parts.Fact;
import org.sumscan.pages.text.AddressText;
import org.sumscan.pages.text.Amount;

/**
 * What an address added, claimed and earned.
 *
 * @param modelHref the model that lives at the address; empty for none
 * @param samplesHref a search of its samples; empty where it added none
 * @param transactions its latest ones that are followed
 * @param paying those from which it can claim now
 * @param upcoming its own that are still open
 * @param empty what to say of an address that did nothing; null for one that did
 */
record AccountPage(
    String title,
    AddressText address,
    String modelHref,
    String modelName,
    String samplesHref,
    List<TransactionRow> transactions,
    List<Fact> figures,
    List<ModelRow> models,
    CollapsedRows<Paying> paying,
    CollapsedRows<Upcoming> upcoming,
    String csv,
    List<ClaimRow> claims,
    List<SampleRow> latest,
    @Nullable EmptyState empty) {

  /** A sample from which the account can claim now, its own or another's, and by which claim. */
  record Paying(SampleRow sample, String claim, String tone) {}

  /**
   * A sample of the account's that is still open, with its two countdowns.
   *
   * @param refund until its author can claim; null where that has come
   * @param anyone until anyone can take it; null where that has come, or never does
   */
  record Upcoming(SampleRow sample, @Nullable Countdown refund, @Nullable Countdown anyone) {}

  /** What it did with one model; amounts are null under points. */
  record ModelRow(
      @Nullable RevealLink reveal,
      String href,
      String name,
      String chain,
      String samplesHref,
      String samples,
      @Nullable Amount paid,
      String refunds,
      String reports,
      @Nullable Amount received) {}
}
