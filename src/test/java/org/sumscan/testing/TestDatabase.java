package org.sumscan.testing;

import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
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

  /**
   * Makes a database as it was when only some migrations were there.
   *
   * @param empty a directory to put them in
   * @param migrations their files' names
   */
  public static TestDatabase ofMigrations(Path empty, List<String> migrations) throws IOException {
    for (String file : migrations) {
      try (InputStream script = TestDatabase.class.getResourceAsStream("/db/migration/" + file)) {
        Files.copy(Objects.requireNonNull(script, file), empty.resolve(file));
      }
    }
    DatabaseServer server = DatabaseServer.shared();
    String name = "test_" + COUNT.incrementAndGet();
    server.execute("create database " + name);
    TestDatabase database = new TestDatabase(name, server);
    Flyway.configure()
        .dataSource(database.dataSource)
        .locations("filesystem:" + empty)
        .load()
        .migrate();
    return database;
  }

  /** Applies the migrations that it does not have, as the program does when it starts. */
  public void migrate() {
    Flyway.configure().dataSource(dataSource).outOfOrder(true).load().migrate();
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
