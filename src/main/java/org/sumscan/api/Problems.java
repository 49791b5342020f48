package org.sumscan.api;

import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.sumscan.ledger.InvalidCursor;
import org.sumscan.reading.InvalidQuestion;

/** Answers requests that cannot be met with a problem as JSON. */
@RestControllerAdvice(basePackages = "org.sumscan.api")
class Problems {

  @ExceptionHandler({InvalidQuestion.class, InvalidCursor.class})
  ResponseEntity<Problem> invalid(IllegalArgumentException refusal) {
    return Problem.answer(HttpStatus.BAD_REQUEST, String.valueOf(refusal.getMessage()));
  }

  @ExceptionHandler
  ResponseEntity<Problem> unreadable(HttpMessageNotReadableException refusal) {
    return Problem.answer(HttpStatus.BAD_REQUEST, "The body is not the JSON that is expected.");
  }

  @ExceptionHandler
  ResponseEntity<Problem> otherType(HttpMediaTypeNotSupportedException refusal) {
    return Problem.answer(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "Send application/json.");
  }

  @ExceptionHandler
  ResponseEntity<Problem> missing(NotFound refusal) {
    return Problem.answer(HttpStatus.NOT_FOUND, String.valueOf(refusal.getMessage()));
  }

  @ExceptionHandler
  ResponseEntity<Problem> silent(NoAnswer refusal) {
    return Problem.answer(HttpStatus.SERVICE_UNAVAILABLE, String.valueOf(refusal.getMessage()));
  }
}
