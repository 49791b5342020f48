package org.sumscan.operations.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sumscan.contracts.Topics;
import org.sumscan.testing.SumscanProcess;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Killed at any moment and started again, Sumscan goes on, and its rows are what its chain has. */
class KilledIT {

  private static final long PATIENCE_SECONDS = 120;

  @TempDir Path data;

  @Test
  void goesOnAfterBeingKilledAloneAndWithAllThatItStarted() throws Exception {
    try (SumscanProcess first = SumscanProcess.start(data)) {
      awaitSavedChain(first);
      List<ProcessHandle> children = first.children();
      first.kill();
      awaitEnd(children);
    }
    String genesis;
    TreeSet<String> before;
    try (SumscanProcess second = SumscanProcess.start(data)) {
      second.awaitReady();
      genesis = blockHash(second, "0x0");
      before = compare(second);
      second.killAll();
    }
    try (SumscanProcess third = SumscanProcess.start(data)) {
      third.awaitReady();
      assertThat(blockHash(third, "0x0")).as("the chain goes on").isEqualTo(genesis);
      TreeSet<String> after = compare(third);
      assertThat(after)
          .as("all but the chain's last second")
          .hasSizeGreaterThan(before.size() - 50);
      killNodeAlone(third);
      assertThat(blockHash(third, "0x0")).as("the chain goes on").isEqualTo(genesis);
      assertThat(compareInTheEnd(third)).hasSizeGreaterThan(before.size() - 50);
      assertThat(third.stop()).as("ends as it was told to").isEqualTo(143);
      assertThat(third.children()).isEmpty();
    }
  }

  @Test
  void endsAllThatItStartedWhenItIsToldToEndWhileItStarts() throws Exception {
    try (SumscanProcess starting = SumscanProcess.start(data)) {
      awaitSavedChain(starting);
      List<ProcessHandle> children = starting.children();
      assertThat(starting.stop()).as("ends as it was told to").isEqualTo(143);
      awaitEnd(children);
    }
  }

  private static void killNodeAlone(SumscanProcess sumscan) throws Exception {
    List<ProcessHandle> nodes =
        sumscan.children().stream()
            .filter(child -> child.info().command().orElse("").endsWith("/anvil"))
            .toList();
    assertThat(nodes).hasSize(1);
    nodes.getFirst().destroyForcibly();
    awaitEnd(nodes);
    sumscan.await("its chain answers again", () -> answers(sumscan));
  }

  /** Whether its chain is there again; a node that is not loaded yet has block 0 only. */
  private static boolean answers(SumscanProcess sumscan) {
    try {
      return number(sumscan.askChain("eth_blockNumber")) > 0;
    } catch (Exception notYet) {
      return false;
    }
  }

  /** The index may hold what the chain has lost until the first other block comes. */
  private TreeSet<String> compareInTheEnd(SumscanProcess sumscan) {
    AtomicReference<TreeSet<String>> both = new AtomicReference<>();
    Awaitility.await("rows are what the chain has")
        .atMost(2 * PATIENCE_SECONDS, TimeUnit.SECONDS)
        .untilAsserted(() -> both.set(compare(sumscan)));
    return both.get();
  }

  /** Its first world is then being made. */
  private void awaitSavedChain(SumscanProcess sumscan) {
    Path saved = data.resolve("chain/state.json.gz");
    sumscan.await("its chain is saved", () -> Files.exists(saved));
  }

  private static void awaitEnd(List<ProcessHandle> children) throws Exception {
    assertThat(children).as("embedded programs").isNotEmpty();
    for (ProcessHandle child : children) child.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
  }

  /** Compares the rows with the chain up to one block; the samples that both have. */
  private TreeSet<String> compare(SumscanProcess sumscan) throws Exception {
    long head = number(sumscan.askChain("eth_blockNumber"));
    awaitIndexed(sumscan, head);
    TreeSet<String> onChain = new TreeSet<>();
    JsonNode logs =
        sumscan.askChain(
            "eth_getLogs",
            Map.of(
                "fromBlock",
                "0x0",
                "toBlock",
                "0x" + Long.toHexString(head),
                "topics",
                List.of(Topics.ADD_DATA.toString())));
    for (JsonNode log : logs) {
      onChain.add(
          log.get("blockHash").stringValue().substring(2) + "/" + number(log.get("logIndex")));
    }
    assertThat(onChain).isNotEmpty();
    assertThat(rows(head)).isEqualTo(onChain);
    return onChain;
  }

  private static void awaitIndexed(SumscanProcess sumscan, long block) {
    sumscan.await(
        "it has indexed block " + block,
        () -> {
          String status = sumscan.get("/api/v1/status").body();
          JsonNode chain = JsonMapper.shared().readTree(status).get("chains").get(0);
          return chain.get("indexedTo").asLong(-1) >= block && chain.get("gaps").isEmpty();
        });
  }

  private TreeSet<String> rows(long upTo) throws Exception {
    TreeSet<String> rows = new TreeSet<>();
    try (Connection connection = connect();
        Statement statement = connection.createStatement();
        ResultSet found =
            statement.executeQuery(
                "select encode(block_hash, 'hex') || '/' || log_index from sample"
                    + " where block_number <= "
                    + upTo)) {
      while (found.next()) assertThat(rows.add(found.getString(1))).isTrue();
    }
    return rows;
  }

  private Connection connect() throws Exception {
    Path postgres = data.resolve("postgresql");
    String port;
    try (Stream<String> lines = Files.lines(postgres.resolve("data/postmaster.pid"))) {
      port = lines.skip(3).findFirst().orElseThrow();
    }
    try {
      return DriverManager.getConnection(
          "jdbc:postgresql://127.0.0.1:" + port.strip() + "/sumscan",
          EmbeddedDatabase.USER,
          Files.readString(postgres.resolve("password")).strip());
    } catch (SQLException failure) {
      throw new IllegalStateException("the embedded database is not reachable", failure);
    }
  }

  private static String blockHash(SumscanProcess sumscan, String number) {
    return sumscan.askChain("eth_getBlockByNumber", number, false).get("hash").stringValue();
  }

  private static long number(JsonNode hex) {
    return Long.decode(hex.stringValue());
  }
}
