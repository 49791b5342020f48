package org.sumscan.api.models;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.sumscan.api.problem.NoAnswer;
import org.sumscan.api.request.JsonFeatures;
import org.sumscan.api.request.PathParameters;
import org.sumscan.api.samples.SampleBody;
import org.sumscan.catalog.Model;
import org.sumscan.kernel.UInt64;
import org.sumscan.reading.Answer;
import org.sumscan.reading.BothAnswers;
import org.sumscan.reading.InvalidQuestion;
import org.sumscan.reading.ModelAnswers;
import org.sumscan.reading.ModelInputs;
import tools.jackson.databind.JsonNode;

/** Asks a model about features, free of charge and without a trace. */
@RestController("predictionsInterface")
class PredictionsApiController {

  private final ModelAnswers answers;
  private final ModelInputs inputs;
  private final PathParameters paths;

  PredictionsApiController(ModelAnswers answers, ModelInputs inputs, PathParameters paths) {
    this.answers = answers;
    this.inputs = inputs;
    this.paths = paths;
  }

  /**
   * What to ask: one of both.
   *
   * @param features encoded, each an {@code int64} as a number or as a decimal string
   * @param input not encoded yet: a text, or decimal numbers
   */
  record Question(@Nullable List<JsonNode> features, @Nullable String input) {}

  /**
   * What the model answers.
   *
   * @param classification the number of the class, a {@code uint64}
   * @param label what the model calls it, a stranger's text; null where it has no name
   * @param asOfBlock the block whose state answered
   * @param source {@code contract}, or {@code replay} where no node could be asked
   * @param agrees whether contract and replay say the same in the same state; null where one of
   *     them could not be asked
   * @param variant how the input was encoded; null where features were given
   */
  record Prediction(
      String classification,
      @Nullable String label,
      long asOfBlock,
      String source,
      @Nullable Boolean agrees,
      @Nullable String variant) {}

  @PostMapping(
      path = "/api/v1/models/{chainId}/{address}/predictions",
      consumes = MediaType.APPLICATION_JSON_VALUE)
  Prediction predict(
      @PathVariable String chainId, @PathVariable String address, @RequestBody Question question) {
    requireOne(question);
    Model model = paths.model(chainId, address);
    String variant =
        question.input() == null
            ? null
            : inputs.way(model).map(way -> way.variant().wireName()).orElse(null);
    BothAnswers both = answers.both(model, features(question, model));
    Boolean agrees =
        switch (both.agreement()) {
          case EQUAL, LATER -> true;
          case DIFFERENT -> false;
          case UNKNOWN -> null;
        };
    if (both.contract() instanceof Answer.Label) {
      return prediction(both.contract(), model, "contract", agrees, variant);
    }
    // The replay names the reason of a refusal, where a contract of the originals only fails.
    boolean says =
        both.contract() instanceof Answer.Unavailable || both.replay() instanceof Answer.Refused;
    return says
        ? prediction(both.replay(), model, "replay", agrees, variant)
        : prediction(both.contract(), model, "contract", agrees, variant);
  }

  private static Prediction prediction(
      Answer answer,
      Model model,
      String source,
      @Nullable Boolean agrees,
      @Nullable String variant) {
    return switch (answer) {
      case Answer.Label(UInt64 label, long block) ->
          new Prediction(
              label.toString(),
              SampleBody.className(model, label.bits()),
              block,
              source,
              agrees,
              variant);
      case Answer.Refused(String reason, long block) ->
          throw new InvalidQuestion(
              "The model refuses these features: " + reason + ". As of block " + block + ".");
      case Answer.Unavailable(String reason) -> throw new NoAnswer(reason);
    };
  }

  private static void requireOne(Question question) {
    if ((question.features() == null) == (question.input() == null)) {
      throw new InvalidQuestion(
          "The body needs “features”, an array of whole numbers, or else “input”, a text.");
    }
  }

  private long[] features(Question question, Model model) {
    String input = question.input();
    return input == null
        ? JsonFeatures.read(question.features() == null ? List.of() : question.features())
        : inputs.features(model, input);
  }
}
