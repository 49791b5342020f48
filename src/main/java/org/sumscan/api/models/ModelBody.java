package org.sumscan.api.models;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sumscan.accuracy.AccuracySummary;
import org.sumscan.accuracy.Figures;
import org.sumscan.catalog.Model;
import org.sumscan.ledger.totals.ModelTotals;
import org.sumscan.reading.ModelCard;

/**
 * A model as JSON. Name, description, encoder and classes are strangers' texts.
 *
 * @param depositNow what a sample costs now, in wei
 * @param held what the mechanism holds of deposits, in wei
 * @param hidden whether name, description and classes are withheld, and stand-ins given for them
 * @param lastSampleTime seconds since 1970; null before the first sample
 */
record ModelBody(
    long chainId,
    String address,
    String name,
    String description,
    String encoder,
    String kind,
    String learningRules,
    String incentiveRules,
    List<String> classifications,
    Contracts contracts,
    @Nullable String modelOwner,
    Waits waits,
    String costWeight,
    String depositNow,
    String held,
    long samples,
    long refunds,
    long reports,
    @Nullable Long lastSampleTime,
    @Nullable Long lastSampleBlock,
    @Nullable Long createdBlock,
    String listing,
    @Nullable String listingReason,
    boolean hidden,
    Accuracy accuracy) {

  /** The three parts. */
  record Contracts(String classifier, String dataHandler, String incentiveMechanism) {}

  /** Seconds after a sample was added. */
  record Waits(long refund, long ownerClaim, long anyAddressClaim) {}

  /**
   * Agreement with the contributors' labels, each sample answered before it was learnt.
   *
   * @param state {@code shown}, {@code pending} or {@code withheld}; the figures are there only
   *     while it is shown
   * @param prequential hits of all samples, within 0 and 1
   * @param comparedAtBlock where replay and chain were last found equal
   */
  record Accuracy(
      String state,
      @Nullable Double prequential,
      @Nullable Double window,
      @Nullable Double fading,
      @Nullable Double change,
      @Nullable Long hits,
      long samples,
      @Nullable Long comparedAtBlock,
      @Nullable String reason) {

    static Accuracy of(Figures figures) {
      return switch (figures) {
        case Figures.Shown(AccuracySummary summary) ->
            new Accuracy(
                "shown",
                summary.prequential(),
                summary.window(),
                summary.fading(),
                summary.change(),
                summary.hits(),
                summary.samples(),
                summary.comparedAt().number(),
                null);
        case Figures.Pending(long samples) ->
            new Accuracy("pending", null, null, null, null, null, samples, null, null);
        case Figures.Withheld(String reason) ->
            new Accuracy("withheld", null, null, null, null, null, 0, null, reason);
      };
    }
  }

  static ModelBody of(ModelCard card) {
    Model model = card.model();
    ModelTotals totals = card.totals();
    return new ModelBody(
        model.id().chain().value(),
        model.id().address().toString(),
        model.name(),
        model.description(),
        model.encoder(),
        model.kind().wireName(),
        model.learningRules().wireName(),
        model.mechanism().wireName(),
        model.classNames(),
        new Contracts(
            model.parts().classifier().toString(),
            model.parts().dataHandler().toString(),
            model.parts().incentiveMechanism().toString()),
        model.modelOwner().map(Object::toString).orElse(null),
        new Waits(
            model.waits().refund(), model.waits().ownerClaim(), model.waits().anyAddressClaim()),
        model.costWeight().toString(),
        card.depositNow().toString(),
        card.held().toString(),
        totals.samples(),
        totals.refunds(),
        totals.reports(),
        totals.lastSampleTime(),
        totals.lastSampleBlock(),
        model.creation().map(creation -> creation.block().number()).orElse(null),
        model.listingState().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        model.listingReason().orElse(null),
        model.isRedacted(),
        Accuracy.of(card.figures()));
  }
}
