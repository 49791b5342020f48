package org.sumscan.ledger.write;

/** A range does not continue its neighbour: they come from two branches. Nothing was kept. */
public final class ParentMismatch extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ParentMismatch(long block) {
    super("The hash of block " + block + " is not the one that the blocks beside it name.");
  }
}
