package org.sumscan.api.models;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sumscan.accuracy.AccuracySummary;
import org.sumscan.accuracy.Figures;
import org.sumscan.catalog.Model;
import org.sumscan.catalog.ModelContracts;
import org.sumscan.ledger.totals.ModelTotals;
import org.sumscan.reading.ModelCard;

/** A model as JSON, whose parts but for objects of their own are written as one flat object. */
record ModelBody(
    @JsonUnwrapped Texts texts,
    @JsonUnwrapped Rules rules,
    @JsonUnwrapped Money money,
    @JsonUnwrapped Activity activity,
    @JsonUnwrapped Listing listing,
    Accuracy accuracy) {

  /**
   * What strangers wrote of it, where that is not hidden.
   *
   * @param hidden whether name, description and classes are withheld, and stand-ins given for them
   */
  record Texts(
      long chainId,
      String address,
      String name,
      String description,
      String encoder,
      List<String> classifications,
      boolean hidden) {

    private static Texts of(Model model) {
      return new Texts(
          model.id().chain().value(),
          model.id().address().toString(),
          model.name(),
          model.description(),
          model.encoder(),
          model.classNames(),
          model.isRedacted());
    }
  }

  /** What its contracts are, and whom they obey. */
  record Rules(
      String kind,
      String learningRules,
      String incentiveRules,
      Contracts contracts,
      @Nullable String modelOwner,
      Waits waits) {

    private static Rules of(Model model) {
      return new Rules(
          model.kind().wireName(),
          model.learningRules().wireName(),
          model.mechanism().wireName(),
          Contracts.of(model.parts()),
          model.modelOwner().map(Object::toString).orElse(null),
          new Waits(
              model.waits().refund(), model.waits().ownerClaim(), model.waits().anyAddressClaim()));
    }
  }

  /** The three parts. */
  record Contracts(String classifier, String dataHandler, String incentiveMechanism) {

    private static Contracts of(ModelContracts contracts) {
      return new Contracts(
          contracts.classifier().toString(),
          contracts.dataHandler().toString(),
          contracts.incentiveMechanism().toString());
    }
  }

  /** Seconds after a sample was added. */
  record Waits(long refund, long ownerClaim, long anyAddressClaim) {}

  /**
   * What it costs and holds, in wei.
   *
   * @param depositNow what a sample costs now
   * @param held what the mechanism holds of deposits
   */
  record Money(String costWeight, String depositNow, String held) {}

  /**
   * What happened to it.
   *
   * @param lastSampleTime seconds since 1970; null before the first sample
   */
  record Activity(
      long samples,
      long refunds,
      long reports,
      @Nullable Long lastSampleTime,
      @Nullable Long lastSampleBlock,
      @Nullable Long createdBlock) {

    private static Activity of(ModelTotals totals, Model model) {
      return new Activity(
          totals.samples(),
          totals.refunds(),
          totals.reports(),
          totals.lastSampleTime(),
          totals.lastSampleBlock(),
          model.creation().map(creation -> creation.block().number()).orElse(null));
    }
  }

  /** How far its listing has come. */
  record Listing(String listing, @Nullable String listingReason) {

    private static Listing of(Model model) {
      return new Listing(
          model.listingState().name().toLowerCase(Locale.ROOT).replace('_', '-'),
          model.listingReason().orElse(null));
    }
  }

  /**
   * Shares of hits within 0 and 1, and their change over the latest samples; null while not shown.
   */
  record Shares(
      @Nullable Double prequential,
      @Nullable Double window,
      @Nullable Double fading,
      @Nullable Double change) {

    private static final Shares NONE = new Shares(null, null, null, null);
  }

  /**
   * Agreement with the contributors' labels, each sample answered before it was learnt.
   *
   * @param state {@code shown}, {@code pending} or {@code withheld}; the shares are there only
   *     while it is shown
   * @param comparedAtBlock where replay and chain were last found equal
   */
  record Accuracy(
      String state,
      @JsonUnwrapped Shares shares,
      @Nullable Long hits,
      long samples,
      @Nullable Long comparedAtBlock,
      @Nullable String reason) {

    static Accuracy of(Figures figures) {
      return switch (figures) {
        case Figures.Shown(AccuracySummary summary) ->
            new Accuracy(
                "shown",
                new Shares(
                    summary.prequential(), summary.window(), summary.fading(), summary.change()),
                summary.hits(),
                summary.samples(),
                summary.comparedAt().number(),
                null);
        case Figures.Pending(long samples) ->
            new Accuracy("pending", Shares.NONE, null, samples, null, null);
        case Figures.Withheld(String reason) ->
            new Accuracy("withheld", Shares.NONE, null, 0, null, reason);
      };
    }
  }

  static ModelBody of(ModelCard card) {
    Model model = card.model();
    return new ModelBody(
        Texts.of(model),
        Rules.of(model),
        new Money(
            model.costWeight().toString(), card.depositNow().toString(), card.held().toString()),
        Activity.of(card.totals(), model),
        Listing.of(model),
        Accuracy.of(card.figures()));
  }
}
