package org.sumscan.ledger;

import java.util.function.Supplier;
import javax.sql.DataSource;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Questions to a database of which each is broken off when it takes longer than a few seconds. */
final class BoundedSearch {

  private static final int SECONDS = 3;

  private final JdbcClient database;

  BoundedSearch(DataSource source) {
    JdbcTemplate patient = new JdbcTemplate(source);
    patient.setQueryTimeout(SECONDS);
    this.database = JdbcClient.create(patient);
  }

  /** The database, to be asked {@linkplain #within within} the time. */
  JdbcClient database() {
    return database;
  }

  /**
   * Asks.
   *
   * @throws SearchTooBroad if it takes too long
   */
  <T> T within(Supplier<T> search) {
    try {
      return search.get();
    } catch (QueryTimeoutException slow) {
      throw new SearchTooBroad(slow);
    }
  }
}
