package org.sumscan.api;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Sends a client away for a while. */
final class Busy {

  private Busy() {}

  /**
   * @param message a whole sentence
   * @param seconds when to come back
   */
  static ResponseEntity<Problem> answer(String message, int seconds) {
    HttpStatus status = HttpStatus.TOO_MANY_REQUESTS;
    return ResponseEntity.status(status)
        .header("Retry-After", Integer.toString(seconds))
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(new Problem(status.getReasonPhrase(), status.value(), message));
  }
}
