package org.sumscan.pages.models;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.ModelAndView;
import org.sumscan.catalog.ModelPage;
import org.sumscan.catalog.Models;
import org.sumscan.kernel.Address;
import org.sumscan.pages.links.Links;
import org.sumscan.pages.parts.ChainStates;
import org.sumscan.pages.parts.EmptyState;
import org.sumscan.pages.text.ChainNames;
import org.sumscan.pages.text.NumberText;
import org.sumscan.reading.ModelCards;
import org.sumscan.reading.Parameters;
import org.sumscan.registration.validation.Discoverer;

/** The first page: every listed model. */
@Controller
class ModelsController {

  /** How many that nobody listed are shown below those that are. */
  private static final int FOUND = 5;

  private final Models models;
  private final ModelCards cards;
  private final Discoverer discoverer;
  private final ChainStates states;
  private final Clock clock;

  ModelsController(
      Models models, ModelCards cards, Discoverer discoverer, ChainStates states, Clock clock) {
    this.models = models;
    this.cards = cards;
    this.discoverer = discoverer;
    this.states = states;
    this.clock = clock;
  }

  @GetMapping("/")
  ModelAndView models(HttpServletRequest request) {
    ModelsQuestion question = ModelsQuestion.read(new Parameters(request.getParameterMap()));
    Instant now = clock.instant();
    ModelPage found = models.search(question.search(now.getEpochSecond()));
    ChainNames chains = states.names();
    long all = models.count();
    return new ModelAndView(
        "models",
        "page",
        new ModelsPage(
            summary(all, found.matches(), chains),
            question.text(),
            question.sorts(),
            question.kept(),
            question.facets(models.facets(question.search(now.getEpochSecond())), chains),
            cards.of(found.models()).stream()
                .map(card -> ModelsPage.Row.of(card, chains, now))
                .toList(),
            question.previous(),
            question.next(found.matches()),
            found.models().isEmpty() ? empty(all, question.text(), question.address()) : null,
            ModelsPage.Discovered.of(discovered(question), chains, FOUND)));
  }

  /** On the plain first page what may be listed; for an address whatever was seen there. */
  private List<Discoverer.Found> discovered(ModelsQuestion question) {
    Address address = question.address();
    if (address != null) return discoverer.at(address);
    return question.isPlain() ? discoverer.offers() : List.of();
  }

  private static String summary(long all, long matches, ChainNames chains) {
    String where = " on " + NumberText.counted(chains.names().size(), "chain");
    return matches == all
        ? NumberText.counted(all, "model") + where
        : NumberText.grouped(matches) + " of " + NumberText.counted(all, "model") + where;
  }

  private static EmptyState empty(long all, String text, @Nullable Address address) {
    if (address != null) {
      return new EmptyState(
          "No model is listed at this address",
          "If a trainer contract lives there, anyone can have it checked and listed.",
          Links.with("/register", Map.of("address", address.toString())),
          "Check the address");
    }
    return all == 0
        ? EmptyState.of(
            "No model is listed yet",
            "Add one by the address of its trainer contract, or name it in the settings of a chain"
                + " (sumscan.chains[0].models). The page Status shows how far each chain is.")
        : new EmptyState(
            "No model matches",
            "Try fewer words, or take a filter away. The search looks at names, descriptions,"
                + " encoders and addresses.",
            text.isEmpty() ? "/" : Links.with("/samples", Map.of("text", text)),
            text.isEmpty() ? "Show all models" : "Look for it in samples");
  }
}
