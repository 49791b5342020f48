package org.sumscan.api.models;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.sumscan.api.request.PathParameters;
import org.sumscan.catalog.ModelPage;
import org.sumscan.catalog.Models;
import org.sumscan.catalog.search.ModelSearch;
import org.sumscan.incentive.Stake;
import org.sumscan.kernel.ChainId;
import org.sumscan.learning.ClassifierKind;
import org.sumscan.reading.InvalidQuestion;
import org.sumscan.reading.ModelCards;
import org.sumscan.reading.Parameters;

/** Answers which models are listed and what is known of each. */
@RestController("modelsInterface")
class ModelsApiController {

  private static final int MOST = 200;
  private static final int USUAL = 50;
  private static final int FURTHEST = 100_000;
  private static final Set<String> NAMES =
      Set.of("q", "chainId", "kind", "incentive", "sort", "limit", "cursor");

  private final Models models;
  private final ModelCards cards;
  private final PathParameters paths;
  private final Clock clock;

  ModelsApiController(Models models, ModelCards cards, PathParameters paths, Clock clock) {
    this.models = models;
    this.cards = cards;
    this.paths = paths;
    this.clock = clock;
  }

  /**
   * Some models.
   *
   * @param matches how many there are in all
   * @param next the cursor of the next page; null on the last
   */
  record Page(List<ModelBody> items, long matches, @Nullable String next) {}

  @GetMapping("/api/v1/models")
  Page models(HttpServletRequest request) {
    Parameters parameters = new Parameters(request.getParameterMap());
    parameters.allow(NAMES);
    int limit = parameters.number("limit", 1, MOST, USUAL);
    int offset = parameters.number("cursor", 0, FURTHEST, 0);
    ModelPage page = models.search(search(parameters, offset, limit));
    long next = (long) offset + limit;
    return new Page(
        cards.of(page.models()).stream().map(ModelBody::of).toList(),
        page.matches(),
        next < page.matches() && next <= FURTHEST ? Long.toString(next) : null);
  }

  @GetMapping("/api/v1/models/{chainId}/{address}")
  ModelBody model(@PathVariable String chainId, @PathVariable String address) {
    return ModelBody.of(cards.of(paths.model(chainId, address)));
  }

  private ModelSearch search(Parameters parameters, int offset, int limit) {
    ModelSearch.Order order =
        parameters.read(
            "sort",
            word -> ModelSearch.Order.valueOf(word.toUpperCase(Locale.ROOT).replace('-', '_')),
            "one of last-activity, accuracy, samples, deposit, name");
    if (order == null) order = ModelSearch.Order.LAST_ACTIVITY;
    return new ModelSearch(
        parameters.text("q"),
        parameters.read("chainId", ChainId::of, "a chain's number"),
        parameters.read("kind", ModelsApiController::kind, "a kind such as naive-bayes"),
        parameters.read("incentive", ModelsApiController::stake, "deposit or points"),
        new ModelSearch.Sort(order, order != ModelSearch.Order.NAME),
        clock.instant().getEpochSecond(),
        offset,
        limit);
  }

  private static ClassifierKind kind(String wireName) {
    return Arrays.stream(ClassifierKind.values())
        .filter(kind -> kind.wireName().equals(wireName))
        .findFirst()
        .orElseThrow(() -> new InvalidQuestion(wireName));
  }

  private static Stake stake(String wireName) {
    return Stake.named(wireName).orElseThrow(() -> new InvalidQuestion(wireName));
  }
}
