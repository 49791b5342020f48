package org.sumscan.chain;

/**
 * A node did not give the answer that was asked for; its message names the endpoint's host only,
 * never a path, which may hold a key.
 */
public class NodeFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What to make of it. */
  public enum Kind {
    /** The answer would be or was too large: ask for less. */
    TOO_LARGE,
    /** The node does not have that block yet: ask another, or later. */
    BEHIND_HEAD,
    /** The node has thrown that history away: ask another. */
    PRUNED,
    /** Too many requests: wait. */
    RATE_LIMITED,
    /** The node or the way to it failed: try again. */
    TRANSIENT,
    /** The answer is not one that a node can give: believe nothing in it. */
    MALFORMED,
    /** The endpoint does not let us in. */
    UNAUTHORISED,
    /** The node does not know this method. */
    UNSUPPORTED
  }

  private final Kind kind;

  /** The message names the host, which is all that may be shown of an endpoint. */
  public NodeFault(Kind kind, String host, String what) {
    super(host + ": " + what);
    this.kind = kind;
  }

  /** The message names the host, which is all that may be shown of an endpoint. */
  public NodeFault(Kind kind, String host, String what, Throwable cause) {
    super(host + ": " + what, cause);
    this.kind = kind;
  }

  /** Whether the node is well and only has no answer to this very question. */
  public boolean isOfTheQuestion() {
    return kind == Kind.UNSUPPORTED || kind == Kind.PRUNED;
  }

  /** What to make of it. */
  public Kind kind() {
    return kind;
  }
}
