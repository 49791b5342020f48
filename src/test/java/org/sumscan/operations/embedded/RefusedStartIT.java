package org.sumscan.operations.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sumscan.testing.Anvil;
import org.sumscan.testing.FakeNode;
import org.sumscan.testing.SumscanProcess;
import org.sumscan.testing.TestDatabase;
import tools.jackson.databind.node.ObjectNode;

/** Each start that cannot go on ends with one message that says what to do. */
class RefusedStartIT {

  private static final String EARLIER_BUILD =
      "The database was made by an earlier build of Sumscan, with migrations that this one does not"
          + " have.\n";

  private static final String EMPTY_DATABASE =
      "Set SPRING_DATASOURCE_URL to an empty database: what is on chain is indexed again, and what"
          + " people sent stays in the old database.";

  @TempDir Path folder;

  @Test
  void namesThePortThatIsTaken() throws Exception {
    try (ServerSocket taken = new ServerSocket(0)) {
      String port = String.valueOf(taken.getLocalPort());
      assertThat(refusal(Map.of("SERVER_PORT", port)))
          .isEqualTo(
              """
              Port %s is in use by another program.
              Stop that program, or set SERVER_PORT to a free port.\
              """
                  .formatted(port));
    }
    assertThat(folder.resolve("data")).as("what was begun before").doesNotExist();
  }

  @Test
  void namesTheChainsPortThatIsTaken() throws Exception {
    try (TestDatabase database = TestDatabase.create();
        ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String port = String.valueOf(taken.getLocalPort());
      assertThat(
              refusal(
                  Map.of("SPRING_DATASOURCE_URL", database.url(), "SUMSCAN_DEMO_RPC_PORT", port)))
          .isEqualTo(
              """
              Port %s of the local chain is in use by another program.
              Stop that program, or set SUMSCAN_DEMO_RPC_PORT to a free port.\
              """
                  .formatted(port));
    }
  }

  @Test
  void saysHowToGetAMissingAnvil() throws Exception {
    try (TestDatabase database = TestDatabase.create()) {
      assertThat(
              refusal(
                  Map.of(
                      "SPRING_DATASOURCE_URL",
                      database.url(),
                      "SUMSCAN_DEMO_ANVIL",
                      "/nowhere/anvil")))
          .isEqualTo(
              """
              The local chain needs anvil, and there is none at /nowhere/anvil.
              Install Node.js 20 or newer and run 'npm ci' in contracts/ (the build does so), or set \
              SUMSCAN_CHAINS_0_RPC_URLS to the nodes of a chain, or SUMSCAN_DEMO_ENABLED=false.\
              """);
    }
  }

  @Test
  void namesTheDatabaseThatRefusesThePassword() throws Exception {
    EmbeddedDatabase database =
        EmbeddedDatabase.start(Files.createDirectories(folder.resolve("other")));
    try {
      assertThat(
              refusal(
                  Map.of(
                      "SPRING_DATASOURCE_URL", database.url() + "?password=wrong",
                      "SPRING_DATASOURCE_USERNAME", "sumscan",
                      "SPRING_DATASOURCE_PASSWORD", "wrong",
                      "SUMSCAN_DEMO_ENABLED", "false")))
          .isEqualTo(
              """
              The database %s does not let user 'sumscan' in.
              Set SPRING_DATASOURCE_USERNAME and SPRING_DATASOURCE_PASSWORD to a user and a password \
              that it takes.\
              """
                  .formatted(database.url()));
    } finally {
      database.stop();
    }
  }

  @Test
  void namesTheDatabaseThatIsNotThere() throws Exception {
    String url = "jdbc:postgresql://127.0.0.1:" + SumscanProcess.freePort() + "/sumscan";
    assertThat(refusal(Map.of("SPRING_DATASOURCE_URL", url)))
        .isEqualTo(
            """
            The database %s cannot be reached.
            Start the database server, or set SPRING_DATASOURCE_URL to where it is; unset it to run \
            with an embedded one.\
            """
                .formatted(url));
  }

  @Test
  void leavesADatabaseOfANewerSchemaAlone() throws Exception {
    try (TestDatabase database = TestDatabase.create()) {
      database
          .jdbc()
          .sql(
              """
              insert into flyway_schema_history
                (installed_rank, version, description, type, script, checksum, installed_by,
                 execution_time, success)
              values (9999, '9999', 'later', 'SQL', 'V9999__later.sql', 1, 'test', 1, true)\
              """)
          .update();
      assertThat(refusal(Map.of("SPRING_DATASOURCE_URL", database.url())))
          .isEqualTo(
              """
              The database was written by a newer Sumscan: its schema has version 9999, which this \
              one does not know.
              Start the newer Sumscan again, or use an empty database for this one.\
              """);
    }
  }

  @Test
  void leavesADatabaseOfAnEarlierBuildAlone() throws Exception {
    try (TestDatabase database = TestDatabase.create()) {
      database.jdbc().sql("delete from flyway_schema_history").update();
      try (Connection connection = database.dataSource().getConnection()) {
        writeEarlierHistory(connection, "insert into flyway_schema_history");
      }
      assertThat(refusal(Map.of("SPRING_DATASOURCE_URL", database.url())))
          .isEqualTo(EARLIER_BUILD + EMPTY_DATABASE);
    }
  }

  @Test
  void leavesADatabaseWithAnEditedMigrationAlone() throws Exception {
    try (TestDatabase database = TestDatabase.create()) {
      database
          .jdbc()
          .sql("update flyway_schema_history set checksum = checksum + 1 where version = '1'")
          .update();
      assertThat(refusal(Map.of("SPRING_DATASOURCE_URL", database.url())))
          .isEqualTo(EARLIER_BUILD + EMPTY_DATABASE);
    }
  }

  @Test
  void namesTheDataFolderOfAnEarlierBuild() throws Exception {
    Path data = folder.resolve("data");
    EmbeddedDatabase database =
        EmbeddedDatabase.start(Files.createDirectories(data.resolve("postgresql")));
    try (Connection connection =
        DriverManager.getConnection(database.url(), EmbeddedDatabase.USER, database.password())) {
      writeEarlierHistory(connection, "create table flyway_schema_history as");
    } finally {
      database.stop();
    }
    assertThat(refusal(Map.of("SUMSCAN_DEMO_ENABLED", "false")))
        .isEqualTo(
            EARLIER_BUILD
                + "Remove the folder "
                + data
                + " with all that it keeps, or set SUMSCAN_DATA_DIR to another folder.");
  }

  /** The first and the last row of a history whose migrations were numbered V100 to V343. */
  private static void writeEarlierHistory(Connection connection, String into) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(
          into
              + """
               select rank as installed_rank, version::varchar(50), description::varchar(200),
                 'SQL'::varchar(20) as type, script::varchar(1000), 1 as checksum,
                 'sumscan'::varchar(100) as installed_by, now()::timestamp as installed_on,
                 1 as execution_time, true as success
               from (values
                 (1, '100', 'ledger', 'V100__ledger.sql'),
                 (19, '343', 'announced nonce', 'V343__announced_nonce.sql'))
                 as earlier (rank, version, description, script)\
              """);
    }
  }

  @Test
  void namesTheNodeThatAnswersForAnotherChain() throws Exception {
    try (TestDatabase database = TestDatabase.create();
        Anvil anvil = Anvil.start("--chain-id", "77")) {
      assertThat(
              refusal(
                  Map.of(
                      "SPRING_DATASOURCE_URL",
                      database.url(),
                      "SUMSCAN_CHAINS_0_NAME",
                      "Main",
                      "SUMSCAN_CHAINS_0_RPC_URLS",
                      anvil.url() + "/?key=secret-key",
                      "SUMSCAN_CHAINS_0_CHAIN_ID",
                      "1")))
          .startsWith("Chain 'Main': the node at 127.0.0.1")
          .contains("answers chain id 77", "SUMSCAN_CHAINS_0_RPC_URLS")
          .doesNotContain("secret-key");
    }
  }

  @Test
  void namesTheNodesThatDoNotAnswer() throws Exception {
    int port = SumscanProcess.freePort();
    try (TestDatabase database = TestDatabase.create()) {
      assertThat(
              refusal(
                  Map.of(
                      "SPRING_DATASOURCE_URL",
                      database.url(),
                      "SUMSCAN_CHAINS_0_RPC_URLS",
                      "http://127.0.0.1:" + port + "/secret-key")))
          .contains("no node answers JSON-RPC at 127.0.0.1:" + port)
          .contains("SUMSCAN_CHAINS_0_RPC_URLS")
          .doesNotContain("secret-key");
    }
  }

  @Test
  void writesItsDemoOnNoChainButAnAnvils() throws Exception {
    String remedy =
        "Start an anvil there, or leave SUMSCAN_DEMO_CHAIN_URL out to run one here, or set"
            + " SUMSCAN_CHAINS_0_RPC_URLS to only read a chain.";
    try (TestDatabase database = TestDatabase.create();
        Anvil anvil = Anvil.start();
        FakeNode geth = FakeNode.before(anvil.url())) {
      geth.bend(
          "web3_clientVersion",
          (question, answer) -> ((ObjectNode) answer).put("result", "Geth/v1.16.1"));
      String nothing = "127.0.0.1:" + SumscanProcess.freePort();
      assertThat(
              refusal(
                  Map.of(
                      "SPRING_DATASOURCE_URL",
                      database.url(),
                      "SUMSCAN_DEMO_CHAIN_URL",
                      "http://" + nothing)))
          .isEqualTo("No anvil answers at " + nothing + ".\n" + remedy);
      assertThat(
              refusal(
                  Map.of(
                      "SPRING_DATASOURCE_URL", database.url(),
                      "SUMSCAN_DEMO_CHAIN_URL", geth.url().toString())))
          .isEqualTo("The node at 127.0.0.1:" + geth.url().getPort() + " is no anvil.\n" + remedy);
    }
  }

  @Test
  void namesTheDataFolderThatCannotBeWritten() throws Exception {
    Path file = Files.createFile(folder.resolve("file"));
    assertThat(refusal(Map.of("SUMSCAN_DATA_DIR", file.resolve("inside").toString())))
        .startsWith("The data folder " + file.resolve("inside") + " cannot be written to (")
        .endsWith("set SUMSCAN_DATA_DIR to a folder that it owns.");
  }

  @Test
  void leavesADataFolderInUseAlone() throws Exception {
    Path data = folder.resolve("data");
    try (DataFolder taken = DataFolder.take(data)) {
      assertThat(taken).isNotNull();
      assertThat(refusal(Map.of()))
          .isEqualTo(
              """
              Another Sumscan is running on the data folder %s.
              Stop it first, or set SUMSCAN_DATA_DIR to another folder for this one (and SERVER_PORT \
              and SUMSCAN_DEMO_RPC_PORT to ports of its own).\
              """
                  .formatted(data));
    }
  }

  /** What a start says that ends by itself, after the words with which each begins. */
  private String refusal(Map<String, String> settings) throws IOException, InterruptedException {
    try (SumscanProcess sumscan = SumscanProcess.start(folder.resolve("data"), settings)) {
      int exit = sumscan.awaitExit();
      String said = sumscan.output();
      assertThat(exit).as(said).isEqualTo(1);
      assertThat(said).doesNotContain("Exception", "\tat ", "WARN");
      String opening = "\nSumscan cannot start.\n\n";
      assertThat(said).containsOnlyOnce(opening);
      return said.substring(said.indexOf(opening) + opening.length()).strip();
    }
  }
}
