package org.sumscan.api;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Why a request was not answered.
 *
 * @param title the status in words
 * @param status the status as a number
 * @param message what is wrong, in a whole sentence
 */
record Problem(String title, int status, String message) {

  static ResponseEntity<Problem> answer(HttpStatus status, String message) {
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(new Problem(status.getReasonPhrase(), status.value(), message));
  }
}
