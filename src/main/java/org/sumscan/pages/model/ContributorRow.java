package org.sumscan.pages.model;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.sumscan.accuracy.Contributor;
import org.sumscan.kernel.Address;
import org.sumscan.ledger.totals.Contribution;
import org.sumscan.pages.text.AddressText;
import org.sumscan.pages.text.NumberText;

/**
 * An account that taught a model, in a table.
 *
 * @param agreed how often the model agreed with it; empty where that is not known
 * @param bar its score in per cent, as the width of a bar
 * @param score its valid samples of all good ones
 */
record ContributorRow(
    AddressText account, String samples, String agreed, String bar, String score) {

  /**
   * Makes the rows in the order of the contributions.
   *
   * @param good how many samples of the model were refunded in all
   */
  static List<ContributorRow> of(
      List<Contribution> contributions, List<Contributor> replayed, long good) {
    Map<Address, Contributor> agreements =
        replayed.stream().collect(Collectors.toMap(Contributor::account, row -> row));
    return contributions.stream().map(contribution -> of(contribution, agreements, good)).toList();
  }

  private static ContributorRow of(
      Contribution contribution, Map<Address, Contributor> agreements, long good) {
    Contributor replayed = agreements.get(contribution.account());
    long valid = contribution.refunds();
    return new ContributorRow(
        AddressText.account(contribution.account()),
        NumberText.grouped(contribution.samples()),
        replayed == null ? "–" : NumberText.percent(replayed.agreement()),
        Long.toString(good == 0 ? 0 : Math.min(100, 100 * valid / good)),
        NumberText.grouped(valid) + " of " + NumberText.grouped(good));
  }
}
