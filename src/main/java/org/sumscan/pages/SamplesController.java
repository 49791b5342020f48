package org.sumscan.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.sumscan.catalog.Model;
import org.sumscan.catalog.Models;
import org.sumscan.kernel.LogRef;
import org.sumscan.kernel.ModelId;
import org.sumscan.ledger.Coverage;
import org.sumscan.ledger.Sample;
import org.sumscan.ledger.SamplePage;
import org.sumscan.ledger.Samples;
import org.sumscan.originals.Original;
import org.sumscan.originals.Originals;
import org.sumscan.reading.BlockTimes;
import org.sumscan.reading.Parameters;

/** Searches samples, of all models or of one. */
@Controller
class SamplesController {

  private static final int PAGE = 50;

  private final Samples samples;
  private final Originals originals;
  private final Models models;
  private final Coverage coverage;
  private final BlockTimes times;
  private final Clock clock;

  SamplesController(
      Samples samples,
      Originals originals,
      Models models,
      Coverage coverage,
      BlockTimes times,
      Clock clock) {
    this.samples = samples;
    this.originals = originals;
    this.models = models;
    this.coverage = coverage;
    this.times = times;
    this.clock = clock;
  }

  @GetMapping("/samples")
  ModelAndView all(HttpServletRequest request) {
    return page(request, null);
  }

  @GetMapping("/models/{chainId}/{address}/samples")
  ModelAndView ofModel(
      HttpServletRequest request, @PathVariable String chainId, @PathVariable String address) {
    ModelId id = Paths.model(chainId, address);
    return page(request, models.find(id).orElseThrow(() -> NotThere.model(id)));
  }

  private ModelAndView page(HttpServletRequest request, @Nullable Model model) {
    Parameters parameters = new Parameters(request.getParameterMap());
    SamplesQuestion question = SamplesQuestion.read(parameters, model, PAGE);
    SamplePage found = samples.search(question.query());
    ChainNames chains = ChainNames.of(coverage.states());
    String name = model == null ? "" : ModelWords.name(model);
    return new ModelAndView(
        "samples",
        "page",
        new SamplesPage(
            model == null ? "Samples" : "Samples of " + name,
            trail(model, name),
            question.path(),
            name,
            question.form(),
            question.filtered(),
            question.words(),
            question.labels(),
            question.chains(chains),
            question.orders(),
            question.chips(samples::count),
            question.export("csv"),
            question.export("json"),
            rows(found.samples(), model),
            question.first(),
            found.next() == null ? "" : question.next(found.next()),
            Integer.toString(PAGE),
            found.samples().isEmpty() ? empty(question) : null));
  }

  private List<SampleRow> rows(List<Sample> found, @Nullable Model only) {
    BlockTimes.Snapshot blockTimes = times.snapshot();
    Instant now = clock.instant();
    Map<ModelId, Model> known = new HashMap<>();
    if (only != null) known.put(only.id(), only);
    Map<LogRef, Original> sent = originals.of(found.stream().map(Sample::log).toList());
    return found.stream()
        .flatMap(
            sample -> {
              Model model =
                  known.computeIfAbsent(sample.model(), id -> models.find(id).orElse(null));
              return model == null
                  ? Stream.empty()
                  : Stream.of(
                      SampleRow.of(
                          sample,
                          sent.get(sample.log()),
                          model,
                          blockTimes.of(sample.model().chain()),
                          now));
            })
        .toList();
  }

  private static List<Crumb> trail(@Nullable Model model, String name) {
    return model == null
        ? List.of()
        : List.of(
            new Crumb("Models", "/"),
            new Crumb(name, Links.model(model.id())),
            new Crumb("Samples", ""));
  }

  private static Empty empty(SamplesQuestion question) {
    return question.filtered()
        ? new Empty(
            "No sample matches",
            "Widen a range or take a filter away.",
            question.path(),
            "Clear all filters")
        : Empty.of(
            "No samples yet",
            "They appear here as soon as someone adds data to a listed model and the block is"
                + " indexed.");
  }
}
