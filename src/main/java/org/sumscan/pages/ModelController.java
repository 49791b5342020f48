package org.sumscan.pages;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.servlet.ModelAndView;
import org.sumscan.accuracy.AccuracyFigures;
import org.sumscan.accuracy.AccuracyLine;
import org.sumscan.accuracy.Confusion;
import org.sumscan.accuracy.Series;
import org.sumscan.catalog.Model;
import org.sumscan.catalog.Models;
import org.sumscan.kernel.ModelId;
import org.sumscan.ledger.Accounts;
import org.sumscan.ledger.Coverage;
import org.sumscan.ledger.SampleQuery;
import org.sumscan.ledger.Samples;
import org.sumscan.reading.BlockTimes;
import org.sumscan.reading.Features;
import org.sumscan.reading.ModelAnswers;
import org.sumscan.reading.ModelCard;
import org.sumscan.reading.ModelCards;
import org.sumscan.reading.Parameters;

/** Shows one model. */
@Controller
class ModelController {

  static final int CONTRIBUTORS = 20;
  private static final int LATEST = 10;

  private final Models models;
  private final ModelCards cards;
  private final AccuracyFigures accuracy;
  private final ModelAnswers answers;
  private final Samples samples;
  private final Accounts accounts;
  private final Coverage coverage;
  private final BlockTimes times;
  private final Clock clock;

  ModelController(
      Models models,
      ModelCards cards,
      AccuracyFigures accuracy,
      ModelAnswers answers,
      Samples samples,
      Accounts accounts,
      Coverage coverage,
      BlockTimes times,
      Clock clock) {
    this.models = models;
    this.cards = cards;
    this.accuracy = accuracy;
    this.answers = answers;
    this.samples = samples;
    this.accounts = accounts;
    this.coverage = coverage;
    this.times = times;
    this.clock = clock;
  }

  @GetMapping("/models/{chainId}/{address}")
  ModelAndView model(
      HttpServletRequest request, @PathVariable String chainId, @PathVariable String address) {
    ModelId id = Paths.model(chainId, address);
    Model model = models.find(id).orElseThrow(() -> NotThere.model(id));
    Parameters parameters = new Parameters(request.getParameterMap());
    AccuracyView.Axis axis =
        parameters.read("axis", AccuracyView.Axis::named, "one of sample, block, time");
    ModelCard card = cards.of(model);
    Confusion confusion = accuracy.confusion(id);
    Instant now = clock.instant();
    long blockNow = times.snapshot().of(id.chain());
    ModelViewPage page =
        new ModelView(card, ChainNames.of(coverage.states()).of(id.chain()), now)
            .page(
                chart(model, confusion, axis == null ? AccuracyView.Axis.SAMPLE : axis, now),
                ConfusionView.of(confusion, model).orElse(null),
                ContributorRow.of(
                    accounts.contributors(id, CONTRIBUTORS),
                    accuracy.contributors(id, 1000),
                    card.totals().refunds()),
                samples.search(SampleQuery.newest(LATEST).ofModel(id)).samples().stream()
                    .map(sample -> SampleRow.of(sample, model, blockNow, now))
                    .toList(),
                predictor(model, request.getParameter("features")));
    return new ModelAndView("model", "page", page);
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

  private ModelViewPage.Predictor predictor(Model model, @Nullable String features) {
    boolean dense = model.kind().isDense();
    String prompt =
        dense ? "Features, one number per dimension" : "Features, the numbers of those present";
    String note =
        "Whole numbers, already encoded by “"
            + ModelWords.encoder(model)
            + "”, with commas between.";
    if (features == null || features.isBlank()) {
      return new ModelViewPage.Predictor(prompt, note, "", List.of());
    }
    long[] numbers = Features.read(features);
    return new ModelViewPage.Predictor(
        prompt,
        note,
        features,
        List.of(
            Said.of(answers.onChain(model, numbers), model, "The contract answers"),
            Said.of(answers.replayed(model, numbers), model, "Our replay answers")));
  }
}
