package org.sumscan.ledger.schedule;

/** A writer came too late: its lease has run out, and nothing of what it brought was kept. */
public final class LeaseLost extends RuntimeException {

  private static final long serialVersionUID = 1L;

  LeaseLost(Lease lease) {
    super("The lease of chain " + lease.chain() + ", blocks " + lease.range() + ", has run out.");
  }
}
