package org.sumscan.ledger.sql;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.postgresql.PGStatement;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sumscan.ledger.SearchTooBroad;

/** Questions to a database of which each is broken off when it takes longer than a few seconds. */
public final class BoundedSearch {

  private static final int SECONDS = 3;

  private final JdbcClient database;

  /** Queries that database. */
  public BoundedSearch(DataSource source) {
    this.database = JdbcClient.create(new Patient(source));
  }

  /**
   * Waits so long and no longer, and has each question planned for its own values: a plan that is
   * kept for all takes an account with half a million samples for one of those that have a few.
   */
  private static final class Patient extends JdbcTemplate {

    Patient(DataSource source) {
      super(source);
      setQueryTimeout(SECONDS);
    }

    @Override
    protected void applyStatementSettings(Statement statement) throws SQLException {
      super.applyStatementSettings(statement);
      statement.unwrap(PGStatement.class).setPrepareThreshold(0);
    }
  }

  /** The database, to be asked {@linkplain #within within} the time. */
  public JdbcClient database() {
    return database;
  }

  /**
   * Asks.
   *
   * @throws SearchTooBroad if it takes too long
   */
  public <T> T within(Supplier<T> search) {
    try {
      return search.get();
    } catch (QueryTimeoutException slow) {
      throw new SearchTooBroad(slow);
    }
  }
}
