package org.sumscan.api.problem;

/** Something well named that Sumscan does not have; the message is fit to be answered. */
public final class NotFoundException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public NotFoundException(String message) {
    super(message, null, false, false);
  }
}
