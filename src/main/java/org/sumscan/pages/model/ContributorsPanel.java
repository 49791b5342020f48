package org.sumscan.pages.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who taught the model, and how its answers met their labels.
 *
 * @param leftOut that there are more accounts; empty where there are not
 * @param confusion null while nothing is counted
 */
record ContributorsPanel(
    List<ContributorRow> rows, String leftOut, @Nullable ConfusionView confusion) {

  /** How many accounts are shown. */
  static final int MOST = 20;

  static ContributorsPanel of(ModelFacts facts) {
    List<ContributorRow> rows =
        ContributorRow.of(
            facts.contributions(),
            facts.accuracy().contributors(),
            facts.card().totals().refunds());
    return new ContributorsPanel(
        rows,
        rows.size() == MOST ? "The " + MOST + " with most samples." : "",
        ConfusionView.of(facts.accuracy().confusion(), facts.card().model()).orElse(null));
  }
}
