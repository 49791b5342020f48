package org.sumscan.pages.sample;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.sumscan.catalog.ContentVisibility;
import org.sumscan.catalog.Model;
import org.sumscan.catalog.Models;
import org.sumscan.kernel.LogRef;
import org.sumscan.ledger.Sample;
import org.sumscan.ledger.claims.Claims;
import org.sumscan.ledger.search.Samples;
import org.sumscan.pages.fragments.ClaimRow;
import org.sumscan.pages.fragments.ModelRules;
import org.sumscan.pages.fragments.OriginalView;
import org.sumscan.pages.fragments.PredictionView;
import org.sumscan.pages.fragments.SampleRow;
import org.sumscan.pages.links.Links;
import org.sumscan.pages.links.PageNotFound;
import org.sumscan.pages.links.Paths;
import org.sumscan.pages.links.RevealLink;
import org.sumscan.pages.parts.Breadcrumb;
import org.sumscan.pages.text.AddressText;
import org.sumscan.pages.text.MechanismWords;
import org.sumscan.pages.text.ModelWords;
import org.sumscan.pages.text.Moment;
import org.sumscan.pages.text.NumberText;
import org.sumscan.reading.Answer;
import org.sumscan.reading.BlockTimes;
import org.sumscan.reading.ModelAnswers;
import org.sumscan.reading.SampleStatus;
import org.sumscan.reading.ShownOriginals;

/** Shows one sample and what became of it. */
@Controller
class SampleController {

  private static final int FEATURES = 1000;

  private final Samples samples;
  private final ShownOriginals originals;
  private final Claims claims;
  private final Models models;
  private final ModelAnswers answers;
  private final ClaimSections claimSections;
  private final BlockTimes times;
  private final Clock clock;

  SampleController(
      Samples samples,
      ShownOriginals originals,
      Claims claims,
      Models models,
      ModelAnswers answers,
      ClaimSections claimSections,
      BlockTimes times,
      Clock clock) {
    this.samples = samples;
    this.originals = originals;
    this.claims = claims;
    this.models = models;
    this.answers = answers;
    this.claimSections = claimSections;
    this.times = times;
    this.clock = clock;
  }

  @GetMapping("/samples/{chainId}/{transaction}/{logIndex}")
  ModelAndView sample(
      @PathVariable String chainId,
      @PathVariable String transaction,
      @PathVariable String logIndex,
      @RequestParam(required = false) @Nullable String account) {
    LogRef log = Paths.sample(chainId, transaction, logIndex);
    Sample sample = samples.find(log).orElseThrow(() -> PageNotFound.sample(log));
    Model model =
        models
            .find(sample.model())
            .map(known -> ContentVisibility.beside(log, known))
            .orElseThrow(() -> PageNotFound.model(sample.model()));
    return new ModelAndView("sample", "page", page(sample, model, account));
  }

  private SampleViewPage page(Sample sample, Model model, @Nullable String account) {
    Instant now = clock.instant();
    long blockNow = times.snapshot().of(model.id().chain());
    SampleStatus status = SampleStatus.of(sample, blockNow);
    String label = ModelWords.label(model, sample.label());
    int count = sample.features().length;
    String modelHref = RevealLink.kept(Links.model(model.id()), sample.log(), model);
    return new SampleViewPage(
        "Sample labelled " + label,
        model.id().chain().toString(),
        List.of(
            new Breadcrumb("Models", "/"),
            new Breadcrumb(ModelWords.name(model), modelHref),
            new Breadcrumb(
                "Samples", RevealLink.kept(Links.samplesOf(model.id()), sample.log(), model)),
            new Breadcrumb(AddressText.hash(sample.log().transaction()).brief(), "")),
        label,
        ModelWords.name(model),
        modelHref,
        Moment.of(sample.blockTime(), now),
        status.state().title(),
        status.state().tone().styleClass(),
        NumberText.counted(count, "feature"),
        OriginalView.of(originals.find(sample.log()).orElse(null), model),
        SampleRow.picture(sample, model),
        "The sample as a picture of 8 by 8 pixels",
        LongStream.of(sample.features()).limit(FEATURES).mapToObj(Long::toString).toList(),
        count > FEATURES ? "and " + NumberText.grouped(count - FEATURES) + " more." : "",
        "/api/v1" + Links.sample(sample.log()),
        said(sample, model),
        claimSections.of(sample, model, account),
        AddressText.account(sample.sender()),
        MechanismWords.amount(model, sample.deposit()),
        MechanismWords.amount(model, status.left()),
        AddressText.hash(sample.log().transaction()),
        NumberText.grouped(sample.position().block()),
        Integer.toString(sample.log().index()),
        AddressText.hash(sample.blockHash()),
        AddressText.hash(sample.key()),
        claims.ofSample(sample.log()).stream()
            .map(claim -> ClaimRow.of(claim, model, now))
            .toList(),
        "Nobody has claimed from this sample.",
        ModelRules.of(model, Math.max(0, blockNow - sample.blockTime())).windows());
  }

  private List<PredictionView> said(Sample sample, Model model) {
    if (sample.features().length > ModelAnswers.MOST_FEATURES) {
      Answer silent = new Answer.Unavailable("The sample has too many features to ask for.");
      return List.of(PredictionView.of(silent, model, "The contract"));
    }
    return List.of(
        PredictionView.of(
            answers.onChain(model, sample.features()),
            model,
            "The contract answers",
            sample.label()),
        PredictionView.of(
            answers.replayed(model, sample.features()),
            model,
            "Our replay answers",
            sample.label()));
  }
}
