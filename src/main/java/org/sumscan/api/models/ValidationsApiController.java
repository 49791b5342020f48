package org.sumscan.api.models;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.sumscan.api.problem.NotFoundException;
import org.sumscan.api.problem.TooManyRequests;
import org.sumscan.api.request.PathParameters;
import org.sumscan.catalog.validation.CheckResult;
import org.sumscan.catalog.validation.Validation;
import org.sumscan.kernel.ChainId;
import org.sumscan.reading.InvalidQuestion;
import org.sumscan.registration.validation.ValidationQueue;
import org.sumscan.registration.validation.ValidationQueue.Taken;
import tools.jackson.databind.JsonNode;

/** Has an address judged before its model is listed. */
@RestController("validationsInterface")
class ValidationsApiController {

  private final ValidationQueue queue;

  ValidationsApiController(ValidationQueue queue) {
    this.queue = queue;
  }

  /**
   * What to judge.
   *
   * @param chainId a number, or a decimal string of one
   * @param address of the trainer
   */
  record Question(@Nullable JsonNode chainId, @Nullable JsonNode address) {}

  /**
   * How far a validation is.
   *
   * @param verdict {@code running}, {@code passed}, {@code warning} or {@code failed}
   * @param reason why it ended before all was checked; null where it did not
   * @param planned how many checks there are to be; 0 before it has begun
   * @param checks those that are made, in order
   */
  record Report(
      @JsonUnwrapped Subject subject,
      String verdict,
      @Nullable String reason,
      Instant requestedAt,
      @Nullable Instant endedAt,
      int planned,
      List<CheckBody> checks) {

    static Report of(Validation validation) {
      return new Report(
          new Subject(validation.id(), validation.chain().toString(), validation.address()),
          validation.verdict() == null ? "running" : validation.verdict().wireName(),
          validation.reason(),
          validation.requestedAt(),
          validation.endedAt(),
          validation.planned(),
          validation.checks().stream().map(CheckBody::of).toList());
    }
  }

  /**
   * What is judged.
   *
   * @param address as it was given
   */
  record Subject(UUID id, String chainId, String address) {}

  /**
   * One check.
   *
   * @param verdict {@code passed}, {@code warning}, {@code failed} or {@code not applicable}
   * @param found in whole sentences; may quote a stranger's text
   * @param remedy what to do; empty where nothing needs to be done
   */
  record CheckBody(String id, String verdict, String found, String remedy) {

    static CheckBody of(CheckResult check) {
      return new CheckBody(check.id(), check.verdict().wireName(), check.found(), check.remedy());
    }
  }

  @PostMapping(path = "/api/v1/validations", consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<?> judge(@RequestBody Question question, HttpServletRequest request) {
    ChainId chain = PathParameters.chain(text(question.chainId(), "chainId"));
    String address = text(question.address(), "address");
    if (address.strip().length() > ValidationQueue.MOST_CHARACTERS) {
      throw new InvalidQuestion("“address” is longer than any address.");
    }
    InetAddress client = InetAddress.ofLiteral(request.getRemoteAddr());
    return switch (queue.judge(chain, address, client)) {
      case Taken.Queued(UUID id) ->
          ResponseEntity.accepted()
              .location(URI.create("/api/v1/validations/" + id))
              .body(queue.find(id).map(Report::of).orElseThrow());
      case Taken.Busy(String sentence, int seconds) -> TooManyRequests.answer(sentence, seconds);
    };
  }

  private static String text(@Nullable JsonNode node, String name) {
    if (node == null || !(node.isString() || name.equals("chainId") && node.isIntegralNumber())) {
      throw new InvalidQuestion(
          "The body needs “chainId”, a chain's number, and “address”, a text.");
    }
    return node.asString();
  }

  @GetMapping("/api/v1/validations/{id}")
  ResponseEntity<Report> report(@PathVariable String id) {
    return ResponseEntity.ok()
        .header("Cache-Control", "no-store")
        .body(queue.find(uuid(id)).map(Report::of).orElseThrow(ValidationsApiController::missing));
  }

  private static UUID uuid(String text) {
    try {
      return UUID.fromString(text);
    } catch (IllegalArgumentException e) {
      throw missing();
    }
  }

  private static NotFoundException missing() {
    return new NotFoundException(
        "No validation has this id. Those that led to no listing are kept 7 days.");
  }
}
