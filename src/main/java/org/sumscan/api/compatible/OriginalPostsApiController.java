package org.sumscan.api.compatible;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.sumscan.accuracy.PostedAccuracies;
import org.sumscan.accuracy.PostedAccuracy;
import org.sumscan.accuracy.PostedFigure;
import org.sumscan.api.problem.NotFoundException;
import org.sumscan.api.problem.Problem;
import org.sumscan.api.problem.TooManyRequests;
import org.sumscan.catalog.Model;
import org.sumscan.catalog.Models;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ModelId;
import org.sumscan.limits.ClientNetwork;
import org.sumscan.reading.InvalidQuestion;
import org.sumscan.reading.Parameters;
import org.sumscan.registration.validation.PostedModels;
import org.sumscan.registration.validation.PostedModels.Outcome;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Takes models and accuracies from clients of the original server. No cookie is looked at, so there
 * is nothing that another site could do in a visitor's name.
 */
@RestController
class OriginalPostsApiController {

  private static final int MOST = 10_000;
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

  private final Models models;
  private final PostedModels posted;
  private final PostedAccuracies accuracies;

  OriginalPostsApiController(Models models, PostedModels posted, PostedAccuracies accuracies) {
    this.models = models;
    this.posted = posted;
    this.accuracies = accuracies;
  }

  /** Every accuracy posted for a model. */
  record History(List<Entry> accuracyHistory) {}

  /**
   * An accuracy as it was posted; nobody has checked it.
   *
   * @param accuracy a number or a string of one, as it came
   * @param timestamp when it was posted, in UTC
   */
  record Entry(
      String transactionHash,
      @Nullable Long blockNumber,
      String modelId,
      JsonNode accuracy,
      String timestamp) {

    static Entry of(PostedAccuracy posted, String modelId) {
      return new Entry(
          posted.transaction().toString(),
          posted.block(),
          modelId,
          json(posted.figure()),
          TIME.format(posted.at()));
    }
  }

  /** The JSON that a figure came as. */
  static JsonNode json(PostedFigure figure) {
    return JSON.readTree(figure.json());
  }

  @PostMapping(path = "/api/models", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<?> list(
      @RequestBody(required = false) @Nullable JsonNode sent, HttpServletRequest request)
      throws InterruptedException {
    OriginalBody body = OriginalBody.of(sent);
    body.text("name");
    Address address = body.address("address");
    PostedFigure figure = body.figure();
    if (!models.at(address).isEmpty()) return done();
    return switch (posted.list(address, InetAddress.ofLiteral(request.getRemoteAddr()))) {
      case Outcome.Listed(ModelId model) -> {
        accuracies.listed(model, figure);
        yield done();
      }
      case Outcome.NotThere(String sentence) -> Problem.answer(HttpStatus.BAD_REQUEST, sentence);
      case Outcome.Refused(String sentence) -> Problem.answer(HttpStatus.BAD_REQUEST, sentence);
      case Outcome.TooMany(String sentence, int seconds) ->
          TooManyRequests.answer(sentence, seconds);
      case Outcome.Later(String sentence) ->
          ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
              .header("Retry-After", "5")
              .contentType(MediaType.APPLICATION_PROBLEM_JSON)
              .body(new Problem("Service Unavailable", 503, sentence));
    };
  }

  @PostMapping(path = "/api/accuracy", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<?> accuracy(
      @RequestBody(required = false) @Nullable JsonNode sent, HttpServletRequest request) {
    OriginalBody body = OriginalBody.of(sent);
    Model model =
        found(body.text("modelId"))
            .orElseThrow(() -> new InvalidQuestion("“modelId” must be the id of a listed model."));
    PostedFigure figure = body.figure();
    if (figure == null) throw new InvalidQuestion("“accuracy” is missing.");
    String client = ClientNetwork.of(request.getRemoteAddr());
    return switch (accuracies.post(model.id(), body.transaction(), body.block(), figure, client)) {
      case KEPT, SAME -> done();
      case OTHER ->
          Problem.answer(
              HttpStatus.CONFLICT, "Another accuracy was posted for this transaction before.");
      case FULL ->
          TooManyRequests.answer("Too many accuracies were posted; try again tomorrow.", 3600);
    };
  }

  @GetMapping("/api/accuracy/model")
  History history(HttpServletRequest request) {
    String id = new Parameters(request.getParameterMap()).text("modelId");
    if (id == null) throw new InvalidQuestion("“modelId” is missing.");
    List<PostedAccuracy> found =
        found(id).map(Model::id).map(model -> accuracies.of(model, MOST)).orElse(List.of());
    if (found.isEmpty()) throw new NotFoundException("No accuracy was posted for this model.");
    return new History(found.stream().map(each -> Entry.of(each, id)).toList());
  }

  private Optional<Model> found(String id) {
    try {
      ModelId model = OriginalBody.model(id);
      return models.find(model);
    } catch (IllegalArgumentException noId) {
      return Optional.empty();
    }
  }

  static ResponseEntity<String> done() {
    return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body("OK");
  }
}
