package org.sumscan.reading;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import org.sumscan.accuracy.AccuracyFigures;
import org.sumscan.accuracy.Figures;
import org.sumscan.catalog.Model;
import org.sumscan.kernel.ModelId;
import org.sumscan.kernel.Wei;
import org.sumscan.ledger.search.Samples;
import org.sumscan.ledger.totals.ModelTotals;

/** Puts together what the stores know of models, in a few questions for any number of them. */
@Service
public class ModelCards {

  private static final ModelTotals NOTHING =
      new ModelTotals(0, Wei.ZERO, 0, Wei.ZERO, 0, Wei.ZERO, null, null);

  private final Samples samples;
  private final AccuracyFigures accuracy;
  private final BlockTimes times;

  ModelCards(Samples samples, AccuracyFigures accuracy, BlockTimes times) {
    this.samples = samples;
    this.accuracy = accuracy;
    this.times = times;
  }

  /** One card. */
  public ModelCard of(Model model) {
    return of(List.of(model)).getFirst();
  }

  /** One card, with figures and times that were read before. */
  public ModelCard of(Model model, Figures figures, BlockTimes.Snapshot now) {
    ModelId id = model.id();
    return card(model, samples.totals(List.of(id)).getOrDefault(id, NOTHING), figures, now);
  }

  /** A card for each model, in the order given. */
  public List<ModelCard> of(Collection<Model> models) {
    List<ModelId> ids = models.stream().map(Model::id).toList();
    Map<ModelId, ModelTotals> totals = samples.totals(ids);
    Map<ModelId, Figures> figures = accuracy.of(ids);
    BlockTimes.Snapshot now = times.snapshot();
    return models.stream()
        .map(
            model ->
                card(
                    model,
                    totals.getOrDefault(model.id(), NOTHING),
                    figures.getOrDefault(model.id(), new Figures.Pending(0)),
                    now))
        .toList();
  }

  private static ModelCard card(
      Model model, ModelTotals totals, Figures figures, BlockTimes.Snapshot now) {
    long blockNow = now.of(model.id().chain());
    return new ModelCard(
        model, totals, figures, model.depositAt(blockNow, totals.lastSampleTime()));
  }
}
