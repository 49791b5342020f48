package org.sumscan.ledger;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sumscan.kernel.ChainId;

/** Which blocks are indexed, which are not, and what is wrong. */
@Repository
public class Coverage {

  private final JdbcClient database;

  /** Works on that database. */
  public Coverage(JdbcClient database) {
    this.database = database;
  }

  /** Every chain that was ever followed, by id. */
  public List<ChainState> states() {
    throw new UnsupportedOperationException(database.toString());
  }

  /** One chain. */
  public Optional<ChainState> state(ChainId chain) {
    throw new UnsupportedOperationException(database.toString());
  }

  /** What is indexed of a chain, in order. */
  public List<CoveredRange> ranges(ChainId chain) {
    throw new UnsupportedOperationException(database.toString());
  }

  /** The last block up to which nothing is missing; empty while there is none. */
  public OptionalLong indexedTo(ChainId chain) {
    throw new UnsupportedOperationException(database.toString());
  }
}
