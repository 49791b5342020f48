package org.sumscan.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.sumscan.catalog.Model;
import org.sumscan.kernel.UInt64;
import org.sumscan.reading.Answer;
import org.sumscan.reading.InvalidQuestion;
import org.sumscan.reading.ModelAnswers;
import tools.jackson.databind.JsonNode;

/** Asks a model about features, free of charge and without a trace. */
@RestController("predictionsInterface")
class PredictionsController {

  private final ModelAnswers answers;
  private final Found found;

  PredictionsController(ModelAnswers answers, Found found) {
    this.answers = answers;
    this.found = found;
  }

  /**
   * What to ask.
   *
   * @param features encoded, each an {@code int64} as a number or as a decimal string
   */
  record Question(@Nullable List<JsonNode> features) {}

  /**
   * What the model answers.
   *
   * @param classification the number of the class, a {@code uint64}
   * @param label what the model calls it, a stranger's text; null where it has no name
   * @param asOfBlock the block whose state answered
   * @param source {@code contract}, or {@code replay} where no node could be asked
   */
  record Prediction(String classification, @Nullable String label, long asOfBlock, String source) {}

  @PostMapping(
      path = "/api/v1/models/{chainId}/{address}/predictions",
      consumes = MediaType.APPLICATION_JSON_VALUE)
  Prediction predict(
      @PathVariable String chainId, @PathVariable String address, @RequestBody Question question) {
    long[] features = features(question);
    Model model = found.model(chainId, address);
    Answer answer = answers.onChain(model, features);
    if (answer instanceof Answer.Label) return prediction(answer, model, "contract");
    // The replay names the reason of a refusal, where a contract of the originals only fails.
    Answer replayed = answers.replayed(model, features);
    boolean says = answer instanceof Answer.Unavailable || replayed instanceof Answer.Refused;
    return says ? prediction(replayed, model, "replay") : prediction(answer, model, "contract");
  }

  private static Prediction prediction(Answer answer, Model model, String source) {
    return switch (answer) {
      case Answer.Label(UInt64 label, long block) ->
          new Prediction(
              label.toString(), SampleBody.className(model, label.bits()), block, source);
      case Answer.Refused(String reason, long block) ->
          throw new InvalidQuestion(
              "The model refuses these features: " + reason + ". As of block " + block + ".");
      case Answer.Unavailable(String reason) -> throw new NoAnswer(reason);
    };
  }

  private static long[] features(Question question) {
    if (question.features() == null) {
      throw new InvalidQuestion("The body needs “features”, an array of whole numbers.");
    }
    return SampleDraftsController.numbers(question.features());
  }
}
