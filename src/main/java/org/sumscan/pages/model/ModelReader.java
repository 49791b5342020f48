package org.sumscan.pages.model;

import java.util.List;
import org.springframework.stereotype.Component;
import org.sumscan.accuracy.AccuracyFigures;
import org.sumscan.accuracy.ModelAccuracy;
import org.sumscan.accuracy.PostedAccuracies;
import org.sumscan.catalog.Model;
import org.sumscan.kernel.ModelId;
import org.sumscan.ledger.Sample;
import org.sumscan.ledger.search.SampleQuery;
import org.sumscan.ledger.search.Samples;
import org.sumscan.ledger.totals.Accounts;
import org.sumscan.ledger.totals.Contribution;
import org.sumscan.reading.BlockTimes;
import org.sumscan.reading.ModelCards;
import org.sumscan.reading.ShownOriginals;

/** Reads what the page of a model shows; how much that is does not depend on its samples. */
@Component
class ModelReader {

  private static final int EXAMPLES = 30;
  private static final int POSTED = 10;

  private final ModelCards cards;
  private final AccuracyFigures accuracy;
  private final PostedAccuracies posted;
  private final Accounts accounts;
  private final Samples samples;
  private final ShownOriginals originals;

  ModelReader(
      ModelCards cards,
      AccuracyFigures accuracy,
      PostedAccuracies posted,
      Accounts accounts,
      Samples samples,
      ShownOriginals originals) {
    this.cards = cards;
    this.accuracy = accuracy;
    this.posted = posted;
    this.accounts = accounts;
    this.samples = samples;
    this.originals = originals;
  }

  ModelFacts read(Model model, BlockTimes.Snapshot now) {
    ModelId id = model.id();
    List<Contribution> contributions = accounts.contributors(id, ContributorsPanel.MOST);
    ModelAccuracy figures =
        accuracy.all(id, contributions.stream().map(Contribution::account).toList());
    List<Sample> newest = samples.search(SampleQuery.newest(EXAMPLES).ofModel(id)).samples();
    return new ModelFacts(
        cards.of(model, figures.figures(), now),
        figures,
        contributions,
        model.isRedacted() ? List.of() : posted.of(id, POSTED),
        new RecentSamples(newest, originals.of(newest.stream().map(Sample::log).toList())));
  }
}
