package org.sumscan.chain;

/** No endpoint of a chain answers; the message names their hosts and is fit to be printed. */
public final class NodeUnreachable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With what went wrong. */
  public NodeUnreachable(String message) {
    super(message);
  }
}
