package org.sumscan.operations.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.springframework.util.ClassUtils;
import org.springframework.util.FileSystemUtils;
import org.sumscan.startup.StartupFailure;

/**
 * A PostgreSQL server of our own on loopback, with full durability and a password of its own, whose
 * rows stay when it stops.
 */
final class EmbeddedDatabase {

  static final String USER = "sumscan";
  private static final String PROGRAMS =
      "io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver";

  private static final String NAME = "sumscan";
  private static final int MAJOR = 18;
  private static final long START_SECONDS = 120;
  private static final long STOP_SECONDS = 30;

  private final SupervisedProcess server;
  private final int port;
  private final String password;

  private EmbeddedDatabase(SupervisedProcess server, int port, String password) {
    this.server = server;
    this.port = port;
    this.password = password;
  }

  /**
   * Makes sure that the programs are there: the jar that is built for production has none.
   *
   * @throws StartupFailure if they are not
   */
  static void requirePrograms() {
    if (ClassUtils.isPresent(PROGRAMS, null)) return;
    throw new StartupFailure(
        "No database is configured, and this build of Sumscan brings none.",
        "Set SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD to a"
            + " PostgreSQL 18, or start with 'mvn spring-boot:run', which brings its own.");
  }

  /**
   * Starts the server on a free port and returns once it takes connections; one that an earlier run
   * left behind on the same folder is stopped first.
   *
   * @throws StartupFailure if it does not start; its log is in the folder
   */
  static EmbeddedDatabase start(Path folder) throws IOException, InterruptedException {
    Path programs = PostgresBinaries.unpackInto(folder);
    Path data = folder.resolve("data");
    String password = password(folder);
    if (!Files.isDirectory(data)) initialise(programs, folder, data);
    requireVersion(data);
    OrphanedServer.stop(data);
    int port = freePort();
    SupervisedProcess server =
        SupervisedProcess.start(command(programs, data, port), "INT", folder.resolve("server.log"));
    EmbeddedDatabase database = new EmbeddedDatabase(server, port, password);
    try {
      database.await(folder);
      database.createOnce();
      return database;
    } catch (SQLException failure) {
      server.stop(STOP_SECONDS);
      throw refused(folder, failure);
    } catch (StartupFailure | InterruptedException failure) {
      server.close();
      throw failure;
    }
  }

  private static List<String> command(Path programs, Path data, int port) {
    List<String> command = new ArrayList<>(unprivileged());
    command.addAll(List.of(programs.resolve("bin/postgres").toString(), "-D", data.toString()));
    for (String setting :
        List.of(
            "port=" + port,
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "fsync=on",
            "synchronous_commit=on",
            "full_page_writes=on",
            "max_wal_size=2GB",
            // A statement that failed is told by us; a stranger's broad search would fill the log.
            "log_min_messages=log",
            "log_timezone=UTC",
            "timezone=UTC")) {
      command.addAll(List.of("-c", setting));
    }
    return command;
  }

  /** PostgreSQL refuses to run as root; in a user namespace of its own root is nobody. */
  private static List<String> unprivileged() {
    return "root".equals(System.getProperty("user.name")) && SupervisedProcess.onPath("unshare")
        ? List.of("unshare", "-U", "--")
        : List.of();
  }

  private static void initialise(Path programs, Path folder, Path data)
      throws IOException, InterruptedException {
    Path unfinished = folder.resolve("data-unfinished");
    FileSystemUtils.deleteRecursively(unfinished);
    Path log = folder.resolve("initdb.log");
    List<String> command = new ArrayList<>(unprivileged());
    command.addAll(
        List.of(
            programs.resolve("bin/initdb").toString(),
            "--pgdata=" + unfinished,
            "--username=" + USER,
            "--pwfile=" + folder.resolve("password"),
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--locale=C",
            "--data-checksums"));
    SupervisedProcess initdb = SupervisedProcess.start(command, "TERM", log);
    if (initdb.exitCode() != 0) {
      throw new StartupFailure(
          "The embedded PostgreSQL could not be set up; " + log + " says why.",
          "Run Sumscan as a normal user, or set SPRING_DATASOURCE_URL to a database of your own.");
    }
    Files.move(unfinished, data, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void requireVersion(Path data) throws IOException {
    String found = Files.readString(data.resolve("PG_VERSION")).strip();
    if (!found.equals(String.valueOf(MAJOR))) {
      throw new StartupFailure(
          "The rows in " + data + " were written by PostgreSQL " + found + ", not " + MAJOR + ".",
          "Move the folder away to begin anew (Sumscan reads everything again from the chains), or"
              + " convert it with pg_upgrade.");
    }
  }

  private static String password(Path folder) throws IOException {
    Path file = folder.resolve("password");
    if (!Files.exists(file)) {
      byte[] random = new byte[24];
      new SecureRandom().nextBytes(random);
      Path unfinished = folder.resolve("password-unfinished");
      Files.deleteIfExists(unfinished);
      Files.createFile(
          unfinished,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(unfinished, HexFormat.of().formatHex(random));
      Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
    }
    return Files.readString(file).strip();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Recovery after a kill may take a while; the server refuses connections until it is over. */
  private void await(Path folder) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
    while (true) {
      try {
        connect("postgres").close();
        return;
      } catch (SQLException notYet) {
        if (!server.isAlive() || System.nanoTime() > deadline) throw refused(folder, notYet);
      }
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  private void createOnce() throws SQLException {
    try (Connection connection = connect("postgres");
        Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery("select from pg_database where datname = '" + NAME + "'")) {
      if (found.next()) return;
      statement.execute("create database " + NAME);
    }
  }

  private Connection connect(String database) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("user", USER);
    properties.setProperty("password", password);
    properties.setProperty("connectTimeout", "5");
    return DriverManager.getConnection(url(database), properties);
  }

  private static StartupFailure refused(Path folder, SQLException cause) {
    return new StartupFailure(
        "The embedded PostgreSQL did not start; "
            + folder.resolve("server.log")
            + " says why, and the last connection got: "
            + cause.getMessage(),
        "Mend what the log says, or set SPRING_DATASOURCE_URL to a database of your own.",
        cause);
  }

  /** The address of the database that Sumscan uses. */
  String url() {
    return url(NAME);
  }

  private String url(String database) {
    return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
  }

  String password() {
    return password;
  }

  /** Ends it in good order: running statements are cut off, everything committed is on disk. */
  void stop() throws InterruptedException {
    server.stop(STOP_SECONDS);
  }
}
