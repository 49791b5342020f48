package org.sumscan.pages.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sumscan.accuracy.Figures;
import org.sumscan.catalog.Model;
import org.sumscan.incentive.Getter;
import org.sumscan.ledger.coverage.ChainState;
import org.sumscan.pages.links.Links;
import org.sumscan.pages.links.RevealLink;
import org.sumscan.pages.parts.Breadcrumb;
import org.sumscan.pages.text.ChainNames;
import org.sumscan.pages.text.MechanismWords;
import org.sumscan.pages.text.ModelWords;
import org.sumscan.pages.text.ProofText;
import org.sumscan.pages.text.Untrusted;
import org.sumscan.reading.ModelCard;

/**
 * What the page of a model begins with.
 *
 * @param proof how sure it is that none of the model's samples and claims is missing; empty where
 *     nothing is known of its chain
 * @param warnings what a visitor must know before anything else, a sentence each
 */
record ModelHeader(
    List<Breadcrumb> trail,
    String name,
    String description,
    Tags tags,
    Addresses links,
    String proof,
    List<String> warnings) {

  private static final int DESCRIPTION = 1200;

  /** What kind of model it is, in a few words each. */
  record Tags(String kind, String incentive, String takes, String chain) {}

  /**
   * Where the model's pages are.
   *
   * @param page its own
   * @param kept the same, under which what is revealed stays so
   */
  record Addresses(String page, String kept, String samples, String notes) {}

  static ModelHeader of(ModelCard card, Optional<ChainState> chain) {
    Model model = card.model();
    String name = ModelWords.name(model);
    return new ModelHeader(
        List.of(new Breadcrumb("Models", "/"), new Breadcrumb(name, "")),
        name,
        Untrusted.line(model.description(), DESCRIPTION).text(),
        new Tags(
            ModelWords.kind(model.kind()),
            MechanismWords.stake(model.mechanism().stake()),
            ModelWords.takes(model),
            ChainNames.of(chain.stream().toList()).of(model.id().chain())),
        new Addresses(
            Links.model(model.id()),
            RevealLink.kept(Links.model(model.id())),
            RevealLink.kept(Links.samplesOf(model.id()), model),
            RevealLink.kept(Links.record(model.id()), model)),
        chain.map(ProofText::of).orElse(""),
        warnings(card));
  }

  private static List<String> warnings(ModelCard card) {
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
}
