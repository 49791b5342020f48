package org.sumscan.chain;

/**
 * A node answers for another chain than the one that is configured; the message names its host and
 * both ids and is fit to be printed.
 */
public final class WrongChain extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With what went wrong. */
  public WrongChain(String message) {
    super(message);
  }
}
