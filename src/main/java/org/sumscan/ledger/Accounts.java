package org.sumscan.ledger;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ModelId;

/** What addresses added and earned. */
@Repository
public class Accounts {

  private final JdbcClient database;

  /** Works on that database. */
  public Accounts(JdbcClient database) {
    this.database = database;
  }

  /** An address's sums, one a model that it had to do with, by model. */
  public List<Contribution> of(Address account) {
    throw new UnsupportedOperationException(database.toString());
  }

  /** Those who added to a model or claimed from it, who added most first. */
  public List<Contribution> contributors(ModelId model, int limit) {
    throw new UnsupportedOperationException(database.toString());
  }
}
