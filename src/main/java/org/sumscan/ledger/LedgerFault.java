package org.sumscan.ledger;

import java.sql.SQLException;

/** The database failed; whether a write was kept is to be read in the ledger. */
public final class LedgerFault extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** With the database's error. */
  public LedgerFault(SQLException cause) {
    super("The database failed: " + cause.getMessage(), cause);
  }
}
