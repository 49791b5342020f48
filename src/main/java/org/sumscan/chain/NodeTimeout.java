package org.sumscan.chain;

/** A node took a question and let whoever asked it wait in vain. */
final class NodeTimeout extends NodeFault {

  private static final long serialVersionUID = 1L;

  NodeTimeout(String host, String what, Throwable cause) {
    super(Kind.TRANSIENT, host, what, cause);
  }
}
