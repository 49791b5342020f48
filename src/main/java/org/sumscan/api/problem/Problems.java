package org.sumscan.api.problem;

import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.sumscan.ledger.InvalidCursor;
import org.sumscan.ledger.SearchTooBroad;
import org.sumscan.reading.InvalidQuestion;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/** Answers requests that cannot be met with a problem as JSON. */
@RestControllerAdvice(basePackages = "org.sumscan.api")
class Problems {

  @ExceptionHandler({InvalidQuestion.class, InvalidCursor.class, SearchTooBroad.class})
  ResponseEntity<Problem> invalid(IllegalArgumentException refusal) {
    return Problem.answer(HttpStatus.BAD_REQUEST, String.valueOf(refusal.getMessage()));
  }

  @ExceptionHandler
  ResponseEntity<Problem> unreadable(HttpMessageNotReadableException refusal) {
    String message =
        switch (refusal.getCause()) {
          case UnrecognizedPropertyException unknown -> unknown(unknown);
          case null, default -> "The body is not the JSON that is expected.";
        };
    return Problem.answer(HttpStatus.BAD_REQUEST, message);
  }

  @ExceptionHandler
  ResponseEntity<Problem> otherType(HttpMediaTypeNotSupportedException refusal) {
    return Problem.answer(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Send application/json.");
  }

  @ExceptionHandler
  ResponseEntity<Problem> missing(NotFoundException refusal) {
    return Problem.answer(HttpStatus.NOT_FOUND, String.valueOf(refusal.getMessage()));
  }

  @ExceptionHandler
  ResponseEntity<Problem> silent(NoAnswer refusal) {
    return Problem.answer(HttpStatus.SERVICE_UNAVAILABLE, String.valueOf(refusal.getMessage()));
  }

  private static String unknown(UnrecognizedPropertyException fault) {
    String known =
        fault.getKnownPropertyIds() == null
            ? ""
            : fault.getKnownPropertyIds().stream()
                .map(String::valueOf)
                .sorted()
                .collect(Collectors.joining(", "));
    return "The body has a field that is not known here; known are " + known + ".";
  }
}
