package org.sumscan.registration;

/** A block that the node had a moment ago is no longer there: the chain was reorganised. */
public final class BlockGone extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BlockGone(long number) {
    super("block " + number + " is no longer on the chain");
  }
}
