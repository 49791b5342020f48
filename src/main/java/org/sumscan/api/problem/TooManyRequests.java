package org.sumscan.api.problem;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Sends a client away for a while. */
public final class TooManyRequests {

  private TooManyRequests() {}

  /**
   * @param message a whole sentence
   * @param seconds when to come back
   */
  public static ResponseEntity<Problem> answer(String message, int seconds) {
    HttpStatus status = HttpStatus.TOO_MANY_REQUESTS;
    return ResponseEntity.status(status)
        .header("Retry-After", Integer.toString(seconds))
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(new Problem(status.getReasonPhrase(), status.value(), message));
  }
}
