package org.sumscan.pages.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.sumscan.accuracy.Figures;
import org.sumscan.catalog.Model;
import org.sumscan.incentive.Getter;
import org.sumscan.incentive.Stake;
import org.sumscan.pages.fragments.AccuracyText;
import org.sumscan.pages.fragments.HistoryView;
import org.sumscan.pages.fragments.ModelRules;
import org.sumscan.pages.fragments.SampleRow;
import org.sumscan.pages.links.Links;
import org.sumscan.pages.links.RevealLink;
import org.sumscan.pages.parts.Breadcrumb;
import org.sumscan.pages.parts.EmptyState;
import org.sumscan.pages.text.AddressText;
import org.sumscan.pages.text.MechanismWords;
import org.sumscan.pages.text.ModelWords;
import org.sumscan.pages.text.Moment;
import org.sumscan.pages.text.NumberText;
import org.sumscan.pages.text.Untrusted;
import org.sumscan.reading.ModelCard;

/** Puts a model's card into the words of its page. */
record ModelView(ModelCard card, String chain, Instant now) {

  private static final int DESCRIPTION = 1200;
  private static final int CLASSES = 60;

  ModelViewPage page(
      @Nullable AccuracyView chart,
      @Nullable ConfusionView confusion,
      List<ContributorRow> contributors,
      List<SampleRow> latest,
      PredictPanel predict,
      AddPanel add,
      @Nullable HistoryView history) {
    Model model = card.model();
    String name = ModelWords.name(model);
    Stake stake = model.mechanism().stake();
    Long last = card.totals().lastSampleTime();
    return new ModelViewPage(
        List.of(new Breadcrumb("Models", "/"), new Breadcrumb(name, "")),
        Links.model(model.id()),
        name,
        Untrusted.line(model.description(), DESCRIPTION).text(),
        ModelWords.kind(model.kind()),
        MechanismWords.stake(stake),
        chain,
        RevealLink.kept(Links.model(model.id())),
        RevealLink.kept(Links.samplesOf(model.id()), model),
        RevealLink.kept(Links.record(model.id()), model),
        warnings(),
        history,
        AccuracyText.of(card),
        NumberText.grouped(card.totals().samples()),
        last == null ? null : Moment.of(last, now),
        MechanismWords.amount(model, card.depositNow()),
        MechanismWords.price(model.mechanism()),
        MechanismWords.amount(model, card.held()),
        MechanismWords.held(stake),
        chart,
        chart == null ? chartEmpty() : null,
        ModelRules.of(model),
        parts(model),
        ModelWords.takes(model),
        ModelWords.encoder(model),
        ModelWords.encoderMeaning(model),
        model.learningRules().wireName(),
        model.mechanism().wireName(),
        created(model),
        NumberText.grouped(model.classNames().size())
            + (model.classNames().size() == 1 ? " class" : " classes"),
        IntStream.range(0, Math.min(CLASSES, model.classNames().size()))
            .mapToObj(i -> new ModelViewPage.ClassName(i, ModelWords.className(model, i)))
            .toList(),
        model.classNames().size() > CLASSES
            ? "and " + NumberText.grouped(model.classNames().size() - CLASSES) + " more"
            : "",
        predict,
        add,
        contributors,
        contributors.size() == ModelController.CONTRIBUTORS
            ? "The " + ModelController.CONTRIBUTORS + " with most samples."
            : "",
        confusion,
        latest);
  }

  private List<String> warnings() {
    Model model = card.model();
    List<String> warnings = new ArrayList<>();
    model
        .listingReason()
        .ifPresent(
            reason -> warnings.add("Not yet replayable: " + Untrusted.line(reason, 300).text()));
    if (card.figures() instanceof Figures.Withheld(String reason)) {
      warnings.add(
          "Its accuracy is withheld, as our replay differs from the chain: "
              + Untrusted.line(reason, 300).text());
    }
    if (model.mechanism().getters().contains(Getter.COST_WEIGHT)
        && model.costWeight().signum() == 0) {
      warnings.add("Its cost weight is 0: nothing is ever claimable, so refunds are impossible.");
    }
    return warnings;
  }

  private EmptyState chartEmpty() {
    if (card.model().listingReason().isPresent()) {
      return EmptyState.of(
          "No accuracy is shown",
          "The model cannot be replayed yet; see the notice above. What it says now is asked of its"
              + " contract.");
    }
    return switch (card.figures()) {
      case Figures.Withheld withheld ->
          EmptyState.of("No accuracy is shown", "Replay and chain differ; see the notice above.");
      case Figures.Pending(long samples) when samples > 0 ->
          EmptyState.of(
              "Being compared with the chain",
              NumberText.counted(samples, "sample")
                  + " replayed so far. The chart appears once replay and chain were found equal.");
      case Figures.Pending pending when card.totals().samples() > 0 ->
          EmptyState.of("Being replayed", "The chart appears once all samples are replayed.");
      default ->
          EmptyState.of(
              "No samples yet", "The chart begins with the first sample that someone adds.");
    };
  }

  private static List<ModelViewPage.Part> parts(Model model) {
    List<ModelViewPage.Part> parts = new ArrayList<>();
    parts.add(new ModelViewPage.Part("Trainer", AddressText.contract(model.id().address())));
    parts.add(
        new ModelViewPage.Part("Classifier", AddressText.contract(model.parts().classifier())));
    parts.add(
        new ModelViewPage.Part("Data handler", AddressText.contract(model.parts().dataHandler())));
    parts.add(
        new ModelViewPage.Part(
            "Incentive mechanism", AddressText.contract(model.parts().incentiveMechanism())));
    if (!model.claimOwner().equals(model.id().address())) {
      parts.add(new ModelViewPage.Part("Owner", AddressText.account(model.claimOwner())));
    }
    return parts;
  }

  private String created(Model model) {
    return model
        .creation()
        .map(
            creation ->
                "block "
                    + NumberText.grouped(creation.block().number())
                    + ", "
                    + Moment.of(creation.time(), now).shown())
        .orElse("");
  }
}
