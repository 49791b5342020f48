package org.sumscan.ledger;

import org.sumscan.kernel.ChainId;

/** The index of a chain was stopped for good, since going on could lose what is final. */
public final class ChainHalted extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With why it was stopped. */
  public ChainHalted(ChainId chain, String why) {
    super("The index of chain " + chain + " has stopped: " + why);
  }
}
