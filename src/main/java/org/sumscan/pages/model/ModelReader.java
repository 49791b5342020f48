package org.sumscan.pages.model;

import java.util.List;
import org.springframework.stereotype.Component;
import org.sumscan.accuracy.AccuracyFigures;
import org.sumscan.accuracy.ModelAccuracy;
import org.sumscan.accuracy.PostedAccuracies;
import org.sumscan.catalog.Model;
import org.sumscan.kernel.ModelId;
import org.sumscan.ledger.coverage.Backfills;
import org.sumscan.ledger.totals.Accounts;
import org.sumscan.ledger.totals.Contribution;
import org.sumscan.pages.fragments.HistoryView;
import org.sumscan.pages.model.forms.RecentSamplesReader;
import org.sumscan.reading.BlockTimes;
import org.sumscan.reading.ModelCard;
import org.sumscan.reading.ModelCards;

/** Reads what the page of a model shows; how much that is does not depend on its samples. */
@Component
class ModelReader {

  private static final int POSTED = 10;

  private final ModelCards cards;
  private final AccuracyFigures accuracy;
  private final PostedAccuracies posted;
  private final Accounts accounts;
  private final RecentSamplesReader recent;
  private final Backfills histories;

  ModelReader(
      ModelCards cards,
      AccuracyFigures accuracy,
      PostedAccuracies posted,
      Accounts accounts,
      RecentSamplesReader recent,
      Backfills histories) {
    this.cards = cards;
    this.accuracy = accuracy;
    this.posted = posted;
    this.accounts = accounts;
    this.recent = recent;
    this.histories = histories;
  }

  ModelFacts read(Model model, BlockTimes.Snapshot now) {
    ModelId id = model.id();
    List<Contribution> contributions = accounts.contributors(id, ContributorsPanel.MOST);
    ModelAccuracy figures =
        accuracy.all(id, contributions.stream().map(Contribution::account).toList());
    ModelCard card = cards.of(model, figures.figures(), now);
    return new ModelFacts(
        card,
        figures,
        contributions,
        model.isRedacted() ? List.of() : posted.of(id, POSTED),
        recent.of(id),
        HistoryView.of(card, histories));
  }
}
