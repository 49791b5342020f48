package org.sumscan.benchmark;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.sumscan.testing.TestDatabase;

/** The database to search: one that leaves with the run, or a given one that stays filled. */
final class SearchedDatabase implements AutoCloseable {

  /** Names one that leaves with the run. */
  static final String EMBEDDED = "embedded";

  private final DataSource dataSource;
  private final Runnable end;

  private SearchedDatabase(DataSource dataSource, Runnable end) {
    this.dataSource = dataSource;
    this.end = end;
  }

  /**
   * Opens it, with the schema in place.
   *
   * @param where {@value #EMBEDDED}, or a JDBC address, user and password included
   */
  static SearchedDatabase open(String where) {
    if (where.equals(EMBEDDED)) {
      TestDatabase own = TestDatabase.create();
      return new SearchedDatabase(own.dataSource(), own::close);
    }
    HikariDataSource given = new HikariDataSource();
    given.setJdbcUrl(where);
    given.setMaximumPoolSize(2);
    Flyway.configure().dataSource(given).load().migrate();
    return new SearchedDatabase(given, given::close);
  }

  DataSource dataSource() {
    return dataSource;
  }

  @Override
  public void close() {
    end.run();
  }
}
