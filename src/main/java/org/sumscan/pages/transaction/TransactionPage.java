package org.sumscan.pages.transaction;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sumscan.pages.fragments.TransactionRow;
import org.sumscan.pages.parts.Breadcrumb;
import org.sumscan.pages.parts.Fact;
import org.sumscan.pages.text.AddressText;

/**
 * What became of a transaction that a visitor's wallet has sent.
 *
 * @param again the page's own address, to load it again; empty once nothing can change
 * @param steps its life in order
 * @param remedy what to do; empty where nothing is wrong
 * @param replacedBy what took its place, if anything did
 * @param sampleHref the sample that it is about; empty for none
 * @param modelHref the model that it is about; empty for none
 */
record TransactionPage(
    String title,
    List<Breadcrumb> trail,
    TransactionRow transaction,
    String again,
    List<Step> steps,
    String remedy,
    @Nullable AddressText replacedBy,
    AddressText account,
    String sampleHref,
    String modelHref,
    List<Fact> facts) {

  /**
   * A step of the life of a transaction.
   *
   * @param state {@code past}, {@code open} for where it is, or empty for what is to come
   */
  record Step(String name, String state) {}
}
