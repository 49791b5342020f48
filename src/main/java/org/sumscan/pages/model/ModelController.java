package org.sumscan.pages.model;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.ModelAndView;
import org.sumscan.accuracy.AccuracyFigures;
import org.sumscan.accuracy.AccuracyLine;
import org.sumscan.accuracy.Confusion;
import org.sumscan.accuracy.PostedAccuracies;
import org.sumscan.accuracy.Series;
import org.sumscan.catalog.Model;
import org.sumscan.catalog.Models;
import org.sumscan.kernel.LogRef;
import org.sumscan.kernel.ModelId;
import org.sumscan.ledger.Sample;
import org.sumscan.ledger.coverage.Backfills;
import org.sumscan.ledger.coverage.Coverage;
import org.sumscan.ledger.search.SampleQuery;
import org.sumscan.ledger.search.Samples;
import org.sumscan.ledger.totals.Accounts;
import org.sumscan.originals.Original;
import org.sumscan.pages.fragments.HistoryView;
import org.sumscan.pages.fragments.SampleRow;
import org.sumscan.pages.links.PageNotFound;
import org.sumscan.pages.links.Paths;
import org.sumscan.pages.text.ChainNames;
import org.sumscan.pages.text.ProofText;
import org.sumscan.reading.BlockTimes;
import org.sumscan.reading.ModelCard;
import org.sumscan.reading.ModelCards;
import org.sumscan.reading.Parameters;
import org.sumscan.reading.ShownOriginals;

/** Shows one model. */
@Controller
class ModelController {

  static final int CONTRIBUTORS = 20;

  private static final Set<String> QUESTIONS =
      Set.of("axis", "input", "features", "example", "label", "account");
  private static final int LATEST = 10;
  private static final int EXAMPLES = 30;
  private static final int POSTED = 10;

  private final Models models;
  private final ModelCards cards;
  private final AccuracyFigures accuracy;
  private final PostedAccuracies posted;
  private final PredictForm predictForm;
  private final AddSampleForm addSampleForm;
  private final Samples samples;
  private final ShownOriginals originals;
  private final Accounts accounts;
  private final Backfills histories;
  private final Coverage coverage;
  private final BlockTimes times;
  private final Clock clock;

  ModelController(
      Models models,
      ModelCards cards,
      AccuracyFigures accuracy,
      PostedAccuracies posted,
      PredictForm predictForm,
      AddSampleForm addSampleForm,
      Samples samples,
      ShownOriginals originals,
      Accounts accounts,
      Backfills histories,
      Coverage coverage,
      BlockTimes times,
      Clock clock) {
    this.models = models;
    this.cards = cards;
    this.accuracy = accuracy;
    this.posted = posted;
    this.predictForm = predictForm;
    this.addSampleForm = addSampleForm;
    this.samples = samples;
    this.originals = originals;
    this.accounts = accounts;
    this.histories = histories;
    this.coverage = coverage;
    this.times = times;
    this.clock = clock;
  }

  /** How sure it is that none of the model's samples and claims is missing; nothing if unknown. */
  @ModelAttribute("proof")
  String proof(@PathVariable String chainId, @PathVariable String address) {
    return coverage.state(Paths.model(chainId, address).chain()).map(ProofText::of).orElse("");
  }

  /** By a form that is sent where what was typed may be too long for an address. */
  @RequestMapping(
      path = "/models/{chainId}/{address}",
      method = {RequestMethod.GET, RequestMethod.POST})
  ModelAndView model(
      HttpServletRequest request, @PathVariable String chainId, @PathVariable String address) {
    ModelId id = Paths.model(chainId, address);
    Model model = models.find(id).orElseThrow(() -> PageNotFound.model(id));
    AccuracyView.@Nullable Axis axis = axis(new Parameters(request.getParameterMap()));
    ModelCard card = cards.of(model);
    Confusion confusion = accuracy.confusion(id);
    Instant now = clock.instant();
    long blockNow = times.snapshot().of(id.chain());
    List<Sample> latest = samples.search(SampleQuery.newest(EXAMPLES).ofModel(id)).samples();
    Map<LogRef, Original> sent = originals.of(latest.stream().map(Sample::log).toList());
    PredictPanel predict = predictForm.panel(model, request.getParameterMap(), latest);
    AddPanel add = addSampleForm.panel(model, card, request.getParameterMap());
    ModelViewPage page =
        new ModelView(card, ChainNames.of(coverage.states()).of(id.chain()), now)
            .page(
                chart(model, confusion, axis == null ? AccuracyView.Axis.SAMPLE : axis, now),
                ConfusionView.of(confusion, model).orElse(null),
                ContributorRow.of(
                    accounts.contributors(id, CONTRIBUTORS),
                    accuracy.contributors(id, 1000),
                    card.totals().refunds()),
                latest.stream()
                    .limit(LATEST)
                    .map(
                        sample ->
                            SampleRow.of(sample, sent.get(sample.log()), model, blockNow, now))
                    .toList(),
                predict,
                add,
                HistoryView.of(card, histories));
    boolean fine = predict.complaint().isEmpty() && add.complaint().isEmpty();
    ModelAndView answer =
        new ModelAndView(
            "model",
            Map.of("page", page, "posted", posted(model, now)),
            fine ? HttpStatus.OK : HttpStatus.BAD_REQUEST);
    boolean typed = !request.getMethod().equals("GET");
    if (page.history() != null && !typed) answer.addObject("refresh", "5");
    return answer;
  }

  /** The axis that is asked for, in a request that asks for nothing unknown. */
  private static AccuracyView.@Nullable Axis axis(Parameters parameters) {
    parameters.allow(QUESTIONS);
    return parameters.read("axis", AccuracyView.Axis::named, "one of sample, block, time");
  }

  private List<PostedRow> posted(Model model, Instant now) {
    return model.isRedacted() ? List.of() : PostedRow.of(posted.of(model.id(), POSTED), now);
  }

  private @Nullable AccuracyView chart(
      Model model, Confusion confusion, AccuracyView.Axis axis, Instant now) {
    List<AccuracyLine> lines = new ArrayList<>();
    for (Series series : Series.values()) {
      Optional<AccuracyLine> line = accuracy.line(model.id(), series, AccuracyView.POINTS);
      if (line.isEmpty() || line.get().points().isEmpty()) return null;
      lines.add(line.get());
    }
    Double majority = ConfusionView.majority(confusion).orElse(null);
    return AccuracyView.of(model, lines, majority, axis, now);
  }
}
