package org.sumscan.api;

/** Something well named that Sumscan does not have; the message is fit to be answered. */
final class NotFound extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NotFound(String message) {
    super(message, null, false, false);
  }
}
