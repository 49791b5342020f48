package org.sumscan.testing;

import com.zaxxer.hikari.HikariDataSource;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A database of its own for a test, with the schema in place: a copy of one that was migrated once.
 * Close it when the test is over.
 */
public final class TestDatabase implements AutoCloseable {

  private static final String TEMPLATE = "sumscan_template";
  private static final AtomicInteger COUNT = new AtomicInteger();

  private final String name;
  private final HikariDataSource dataSource;

  private TestDatabase(String name, DatabaseServer server) {
    this.name = name;
    this.dataSource = server.connect(name);
  }

  /** Makes a fresh database; the first one of a run also starts the server. */
  public static TestDatabase create() {
    DatabaseServer server = DatabaseServer.shared();
    migrateTemplateOnce(server);
    String name = "test_" + COUNT.incrementAndGet();
    server.execute("create database " + name + " template " + TEMPLATE);
    return new TestDatabase(name, server);
  }

  private static synchronized void migrateTemplateOnce(DatabaseServer server) {
    if (server.has(TEMPLATE)) return;
    String unfinished = TEMPLATE + "_unfinished";
    server.execute("create database " + unfinished);
    try (HikariDataSource template = server.connect(unfinished)) {
      Flyway.configure().dataSource(template).load().migrate();
    }
    server.execute("alter database " + unfinished + " rename to " + TEMPLATE);
  }

  /** Connections to it, pooled. */
  public DataSource dataSource() {
    return dataSource;
  }

  /** SQL on it. */
  public JdbcClient jdbc() {
    return JdbcClient.create(dataSource);
  }

  /** Its JDBC address, user and password included. */
  public String url() {
    return DatabaseServer.shared().url(name);
  }

  /** Drops it. */
  @Override
  public void close() {
    dataSource.close();
    DatabaseServer.shared().execute("drop database " + name + " with (force)");
  }
}
