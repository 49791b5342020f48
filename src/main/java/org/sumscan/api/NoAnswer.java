package org.sumscan.api;

/** Something that cannot be answered just now; the message is fit to be answered. */
final class NoAnswer extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NoAnswer(String message) {
    super(message, null, false, false);
  }
}
