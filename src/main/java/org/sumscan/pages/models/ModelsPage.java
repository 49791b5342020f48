package org.sumscan.pages.models;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sumscan.catalog.ListingState;
import org.sumscan.catalog.Model;
import org.sumscan.pages.fragments.AccuracyText;
import org.sumscan.pages.fragments.FoundModel;
import org.sumscan.pages.links.Links;
import org.sumscan.pages.links.RevealLink;
import org.sumscan.pages.parts.Choice;
import org.sumscan.pages.parts.EmptyState;
import org.sumscan.pages.text.Amount;
import org.sumscan.pages.text.ChainNames;
import org.sumscan.pages.text.MechanismWords;
import org.sumscan.pages.text.ModelWords;
import org.sumscan.pages.text.Moment;
import org.sumscan.pages.text.NumberText;
import org.sumscan.pages.text.Untrusted;
import org.sumscan.reading.ModelCard;
import org.sumscan.registration.validation.Discoverer;

/**
 * The list of models.
 *
 * @param summary how many there are
 * @param query what was looked for
 * @param kept hidden fields of the search form: the facets that are chosen
 * @param previous the page before; empty for none
 * @param next the page after; empty for none
 * @param empty what to say where no model is shown; null where some are
 * @param found what nobody has listed; null for nothing
 */
record ModelsPage(
    String summary,
    String query,
    List<Choice> sorts,
    List<Field> kept,
    List<Facet> facets,
    List<Row> rows,
    String previous,
    String next,
    @Nullable EmptyState empty,
    @Nullable Discovered found) {

  private static final int DESCRIPTION = 240;

  /** A hidden field of a form. */
  record Field(String name, String value) {}

  /**
   * Contracts that tell of samples and that nobody listed.
   *
   * @param count how many
   * @param more words for the link to those that are left out; empty where none is
   */
  record Discovered(String count, List<FoundModel> rows, String more) {

    static @Nullable Discovered of(List<Discoverer.Found> found, ChainNames chains, int shown) {
      if (found.isEmpty()) return null;
      int rest = found.size() - shown;
      return new Discovered(
          NumberText.counted(found.size(), "contract"),
          FoundModel.of(found.stream().limit(shown).toList(), chains),
          rest > 0 ? "and " + NumberText.grouped(rest) + " more" : "");
    }
  }

  /** A trait that the list can be narrowed by. */
  record Facet(String name, List<Choice> choices) {}

  /** One model. */
  record Row(
      @Nullable RevealLink reveal,
      String href,
      String name,
      String description,
      String kind,
      String incentive,
      String takes,
      String chain,
      @Nullable String warning,
      AccuracyText accuracy,
      String samples,
      @Nullable Amount deposit,
      String depositNote,
      @Nullable Moment last) {

    static Row of(ModelCard card, ChainNames chains, Instant now) {
      Model model = card.model();
      Long last = card.totals().lastSampleTime();
      return new Row(
          RevealLink.of(model),
          RevealLink.kept(Links.model(model.id()), model),
          ModelWords.name(model),
          Untrusted.line(model.description(), DESCRIPTION).text(),
          ModelWords.kind(model.kind()),
          MechanismWords.stake(model.mechanism().stake()),
          ModelWords.takes(model),
          chains.of(model.id().chain()),
          model.listingState() == ListingState.NOT_REPLAYABLE ? "No accuracy" : null,
          AccuracyText.of(card),
          NumberText.grouped(card.totals().samples()),
          MechanismWords.amount(model, card.depositNow()),
          "free",
          last == null ? null : Moment.of(last, now));
    }
  }
}
