package org.sumscan.ledger;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.ModelId;

/** Which models are listed: only their samples and claims are kept as such. */
@Repository
public class Listings {

  private final JdbcClient database;

  /** Works on that database. */
  public Listings(JdbcClient database) {
    this.database = database;
  }

  /**
   * Lists a model, at any time: what was indexed before shows at once, or as soon as it has been
   * fetched again where there was too much to keep. A model that is listed already gets these
   * parts.
   *
   * @throws IllegalArgumentException if the chain is not followed
   */
  public void list(ModelId model, ModelParts parts) {
    throw new UnsupportedOperationException(database.toString());
  }

  /** Whether a model is listed. */
  public boolean isListed(ModelId model) {
    throw new UnsupportedOperationException(database.toString());
  }

  /** Contracts that emit samples and are not listed, the busiest first. */
  public List<Discovery> discovered(ChainId chain, int limit) {
    throw new UnsupportedOperationException(database.toString());
  }
}
