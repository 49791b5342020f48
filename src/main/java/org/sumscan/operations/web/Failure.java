package org.sumscan.operations.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;

/**
 * What is said of a request that failed.
 *
 * @param title a few plain words
 * @param message a sentence that says what to do
 */
record Failure(int status, String title, String message) {

  private static final Map<Integer, Failure> KNOWN =
      Map.ofEntries(
          Map.entry(400, of(400, "Not understood", "The request is malformed.")),
          Map.entry(404, of(404, "Not found", "There is nothing at this address.")),
          Map.entry(405, of(405, "Not allowed", "This address takes other methods than this one.")),
          Map.entry(
              406,
              of(406, "Not to be had", "This address has no answer of the type that was asked.")),
          Map.entry(411, of(411, "Length needed", "Say how long the body is: Content-Length.")),
          Map.entry(413, of(413, "Too large", "The body of the request is too large.")),
          Map.entry(414, of(414, "Too long", "The address is too long.")),
          Map.entry(
              415,
              of(415, "Wrong type", "This address takes JSON: Content-Type application/json.")),
          Map.entry(429, of(429, "Too many requests", "Wait a little, then ask again.")),
          Map.entry(431, of(431, "Too large", "The headers of the request are too large.")),
          Map.entry(501, of(501, "Not known", "No address here takes such a method.")),
          Map.entry(503, of(503, "Not available", "Try again in a moment.")));

  private static Failure of(int status, String title, String message) {
    return new Failure(status, title, message);
  }

  /** What is said of a status of 400 or more. */
  static Failure of(int status) {
    if (KNOWN.containsKey(status)) return KNOWN.get(status);
    return status < 500
        ? of(status, "Refused", "The request cannot be answered.")
        : of(status, "Failed", "Something failed here; the log says what. Try again later.");
  }

  /** As a problem for programs and as a page for people. */
  StandaloneAnswer answer(HttpServletRequest request) {
    return answer(StandaloneAnswer.wantsJson(request));
  }

  /** As a problem, or as a page. */
  StandaloneAnswer answer(boolean toAProgram) {
    return toAProgram ? problem() : page();
  }

  private StandaloneAnswer problem() {
    return StandaloneAnswer.problem(status, title, message, Map.of());
  }

  private StandaloneAnswer page() {
    return StandaloneAnswer.page(
        title, "<p>" + message + "</p><p><a href=\"/\">All models</a></p>", 0);
  }
}
