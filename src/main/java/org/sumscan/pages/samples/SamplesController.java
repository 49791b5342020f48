package org.sumscan.pages.samples;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.sumscan.catalog.Model;
import org.sumscan.catalog.Models;
import org.sumscan.kernel.ModelId;
import org.sumscan.ledger.InvalidCursor;
import org.sumscan.ledger.SearchTooBroad;
import org.sumscan.ledger.coverage.Coverage;
import org.sumscan.ledger.search.SampleCounts;
import org.sumscan.ledger.search.SampleCriteria;
import org.sumscan.ledger.search.SamplePage;
import org.sumscan.ledger.search.Samples;
import org.sumscan.pages.fragments.SampleRowFactory;
import org.sumscan.pages.links.Links;
import org.sumscan.pages.links.PageNotFound;
import org.sumscan.pages.links.Paths;
import org.sumscan.pages.links.RevealLink;
import org.sumscan.pages.parts.Breadcrumb;
import org.sumscan.pages.parts.EmptyState;
import org.sumscan.pages.text.ChainNames;
import org.sumscan.pages.text.ModelWords;
import org.sumscan.reading.BlockTimes;
import org.sumscan.reading.InvalidQuestion;
import org.sumscan.reading.Parameters;
import org.sumscan.reading.SampleFilter;
import org.sumscan.reading.ShownOriginals;

/** Searches samples, of all models or of one. */
@Controller
class SamplesController {

  private static final int PAGE = 50;
  private static final SamplePage NOTHING = new SamplePage(List.of(), null);

  private final Samples samples;
  private final ShownOriginals originals;
  private final Models models;
  private final Coverage coverage;
  private final BlockTimes times;
  private final Clock clock;

  SamplesController(
      Samples samples,
      ShownOriginals originals,
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
    return page(request, models.find(id).orElseThrow(() -> PageNotFound.model(id)));
  }

  private ModelAndView page(HttpServletRequest request, @Nullable Model model) {
    Parameters parameters = new Parameters(request.getParameterMap());
    BlockTimes.Snapshot now = times.snapshot();
    try {
      parameters.allow(SampleFilter.OF_A_PAGE);
      SamplesQuestion question = SamplesQuestion.read(parameters, model, now, PAGE);
      SamplePage found = samples.search(question.query());
      return shown(question, found, counts(question.query().criteria()), "", now);
    } catch (InvalidQuestion | InvalidCursor | SearchTooBroad wrong) {
      SamplesQuestion question = SamplesQuestion.refused(parameters, model, PAGE);
      String complaint = String.valueOf(wrong.getMessage());
      ModelAndView page = shown(question, NOTHING, null, complaint, now);
      page.setStatus(HttpStatus.BAD_REQUEST);
      return page;
    }
  }

  private @Nullable SampleCounts counts(SampleCriteria criteria) {
    try {
      return samples.counts(criteria);
    } catch (SearchTooBroad slow) {
      return null;
    }
  }

  private ModelAndView shown(
      SamplesQuestion question,
      SamplePage found,
      @Nullable SampleCounts counts,
      String complaint,
      BlockTimes.Snapshot now) {
    Model model = question.model();
    String name = model == null ? "" : ModelWords.name(model);
    boolean refused = !complaint.isEmpty();
    return new ModelAndView(
        "samples",
        "page",
        new SamplesPage(
            refused ? "That cannot be asked" : model == null ? "Samples" : "Samples of " + name,
            trail(model, name),
            question.path(),
            name,
            question.form(),
            question.narrowedInPanel() || refused,
            question.filtered() || refused,
            question.words(),
            complaint,
            question.labels(),
            question.chains(ChainNames.of(coverage.states())),
            question.orders(),
            question.answers(),
            question.owners(),
            question.claims(),
            refused ? List.of() : question.chips(counts),
            question.export("csv"),
            question.export("json"),
            SampleRowFactory.of(found.samples(), originals, models, now, clock.instant()),
            question.first(),
            found.next() == null ? "" : question.next(found.next()),
            Integer.toString(PAGE),
            found.samples().isEmpty() && !refused ? empty(question) : null));
  }

  private static List<Breadcrumb> trail(@Nullable Model model, String name) {
    return model == null
        ? List.of()
        : List.of(
            new Breadcrumb("Models", "/"),
            new Breadcrumb(name, RevealLink.kept(Links.model(model.id()), model)),
            new Breadcrumb("Samples", ""));
  }

  private static EmptyState empty(SamplesQuestion question) {
    return question.filtered()
        ? new EmptyState(
            "No sample matches",
            "Widen a range or take a filter away.",
            question.path(),
            "Clear all filters")
        : EmptyState.of(
            "No samples yet",
            "They appear here as soon as someone adds data to a listed model and the block is"
                + " indexed.");
  }
}
