package org.sumscan.pages.model;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.ModelAndView;
import org.sumscan.catalog.Model;
import org.sumscan.catalog.Models;
import org.sumscan.kernel.ModelId;
import org.sumscan.pages.fragments.ModelRules;
import org.sumscan.pages.fragments.SampleRow;
import org.sumscan.pages.links.PageNotFound;
import org.sumscan.pages.links.Paths;
import org.sumscan.pages.model.forms.AddSampleForm;
import org.sumscan.pages.model.forms.PredictForm;
import org.sumscan.pages.model.forms.RecentSamples;
import org.sumscan.pages.parts.ChainStates;
import org.sumscan.pages.text.Moment;
import org.sumscan.pages.text.NumberText;
import org.sumscan.reading.ModelInputs;
import org.sumscan.reading.Parameters;

/** Shows one model. */
@Controller
class ModelController {

  private static final Set<String> QUESTIONS =
      Set.of("axis", "input", "features", "example", "label", "account", "keep");
  private static final int LATEST = 10;

  private final Models models;
  private final ModelReader reader;
  private final PredictForm predictForm;
  private final AddSampleForm addSampleForm;
  private final ChainStates chains;
  private final Clock clock;

  ModelController(
      Models models,
      ModelReader reader,
      PredictForm predictForm,
      AddSampleForm addSampleForm,
      ChainStates chains,
      Clock clock) {
    this.models = models;
    this.reader = reader;
    this.predictForm = predictForm;
    this.addSampleForm = addSampleForm;
    this.chains = chains;
    this.clock = clock;
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
    ModelFacts facts = reader.read(model, chains.times());
    ModelViewPage.Forms forms = forms(facts, request.getParameterMap());
    ModelViewPage page = page(facts, forms, axis == null ? AccuracyView.Axis.SAMPLE : axis);
    ModelAndView answer =
        new ModelAndView(
            "model",
            Map.of("page", page),
            forms.areFine() ? HttpStatus.OK : HttpStatus.BAD_REQUEST);
    boolean typed = !request.getMethod().equals("GET");
    if (page.history() != null && !typed) answer.addObject("refresh", "5");
    return answer;
  }

  /** The axis that is asked for, in a request that asks for nothing unknown. */
  private static AccuracyView.@Nullable Axis axis(Parameters parameters) {
    parameters.allow(QUESTIONS);
    return parameters.read("axis", AccuracyView.Axis::named, "one of sample, block, time");
  }

  private ModelViewPage.Forms forms(ModelFacts facts, Map<String, String[]> parameters) {
    Model model = facts.card().model();
    Optional<ModelInputs.InputEncoding> encoding = predictForm.encoding(model);
    return new ModelViewPage.Forms(
        predictForm.panel(model, encoding, parameters, facts.recent()),
        addSampleForm.panel(facts.card(), encoding, parameters));
  }

  private ModelViewPage page(ModelFacts facts, ModelViewPage.Forms forms, AccuracyView.Axis axis) {
    Instant now = clock.instant();
    Model model = facts.card().model();
    return new ModelViewPage(
        ModelHeader.of(facts.card(), chains.of(model.id().chain())),
        facts.history(),
        FiguresPanel.of(facts.card(), now),
        AccuracyPanel.of(facts, axis, now),
        new ModelViewPage.Description(
            ModelRules.of(model), ContractsPanel.of(model, created(model, now))),
        forms,
        ContributorsPanel.of(facts),
        latest(facts, now));
  }

  private List<SampleRow> latest(ModelFacts facts, Instant now) {
    Model model = facts.card().model();
    long blockNow = chains.times().of(model.id().chain());
    RecentSamples recent = facts.recent();
    return recent.samples().stream()
        .limit(LATEST)
        .map(sample -> SampleRow.of(sample, recent.sent().get(sample.log()), model, blockNow, now))
        .toList();
  }

  private static String created(Model model, Instant now) {
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
