package org.sumscan.testing;

import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.function.UnaryOperator;
import org.testcontainers.postgresql.PostgreSQLContainer;

/** The PostgreSQL server that all tests of a run share. */
final class DatabaseServer {

  /** What docker-compose.yml names too; a test compares them. */
  static final String IMAGE = "postgres:18.6";

  /**
   * How its databases sort and fold text: by code points, as the program's own server does. What
   * docker-compose.yml says too; a test compares them.
   */
  static final String INITDB =
      "--encoding=UTF8 --locale-provider=builtin --builtin-locale=C.UTF-8 --locale=C";

  private static final String CONNECTIONS = "300";

  private static final DatabaseServer SHARED = start();

  private final UnaryOperator<String> urls;

  private DatabaseServer(UnaryOperator<String> urls) {
    this.urls = urls;
  }

  static DatabaseServer shared() {
    return SHARED;
  }

  private static DatabaseServer start() {
    return "testcontainers".equals(System.getProperty("sumscan.test.database"))
        ? inContainer()
        : embedded();
  }

  @SuppressWarnings("resource") // Lives as long as the tests; Testcontainers ends it after them.
  private static DatabaseServer inContainer() {
    PostgreSQLContainer container =
        new PostgreSQLContainer(IMAGE)
            .withUsername("postgres")
            .withPassword("postgres")
            .withEnv("POSTGRES_INITDB_ARGS", INITDB)
            .withCommand("postgres", "-c", "fsync=off", "-c", "max_connections=" + CONNECTIONS);
    container.start();
    String base = "jdbc:postgresql://" + container.getHost() + ":" + container.getFirstMappedPort();
    return new DatabaseServer(name -> base + "/" + name + "?user=postgres&password=postgres");
  }

  private static DatabaseServer embedded() {
    try {
      EmbeddedPostgres.Builder builder =
          EmbeddedPostgres.builder().setServerConfig("max_connections", CONNECTIONS);
      for (String option : INITDB.split(" ")) {
        int equals = option.indexOf('=');
        builder.setLocaleConfig(option.substring(2, equals), option.substring(equals + 1));
      }
      EmbeddedPostgres postgres = builder.start();
      Runtime.getRuntime().addShutdownHook(new Thread(() -> close(postgres)));
      return new DatabaseServer(name -> postgres.getJdbcUrl("postgres", name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void close(EmbeddedPostgres postgres) {
    try {
      postgres.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  String url(String database) {
    return urls.apply(database);
  }

  HikariDataSource connect(String database) {
    HikariDataSource source = new HikariDataSource();
    source.setJdbcUrl(url(database));
    source.setMaximumPoolSize(8);
    source.setMinimumIdle(0);
    return source;
  }

  boolean has(String database) {
    try (Connection connection = DriverManager.getConnection(url("postgres"));
        Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery(
                "select 1 from pg_database where datname = '" + database + "'")) {
      return found.next();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  void execute(String sql) {
    try (Connection connection = DriverManager.getConnection(url("postgres"));
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
