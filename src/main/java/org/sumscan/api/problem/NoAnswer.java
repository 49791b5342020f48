package org.sumscan.api.problem;

/** Something that cannot be answered just now; the message is fit to be answered. */
public final class NoAnswer extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public NoAnswer(String message) {
    super(message, null, false, false);
  }
}
