package org.sumscan.chain;

/** The node accepted the request and timed out. */
public final class NodeTimeout extends NodeFault {

  private static final long serialVersionUID = 1L;

  /** With what went wrong. */
  public NodeTimeout(String host, String what, Throwable cause) {
    super(Kind.TRANSIENT, host, what, cause);
  }
}
