package org.sumscan.ledger;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sumscan.kernel.LogRef;

/** The refunds and reports of listed models; what anyone else announces is not here. */
@Repository
public class Claims {

  private final JdbcClient database;

  /** Works on that database. */
  public Claims(JdbcClient database) {
    this.database = database;
  }

  /** What was claimed of one sample, in the order of the chain. */
  public List<Claim> ofSample(LogRef sample) {
    throw new UnsupportedOperationException(database.toString());
  }

  /**
   * Finds claims.
   *
   * @throws InvalidCursor if the cursor was not given out for this search
   */
  public ClaimPage search(ClaimQuery query) {
    throw new UnsupportedOperationException(database.toString());
  }
}
