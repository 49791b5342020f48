package org.sumscan.api.problem;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Why a request was not answered (RFC 9457).
 *
 * @param title the status in words
 * @param status the status as a number
 * @param detail what is wrong, in a whole sentence
 */
public record Problem(String title, int status, String detail) {

  /** The detail once more, where clients of the original system look for it. */
  @JsonProperty
  public String message() {
    return detail;
  }

  public static ResponseEntity<Problem> answer(HttpStatus status, String detail) {
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(new Problem(status.getReasonPhrase(), status.value(), detail));
  }
}
