package org.sumscan.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.Hex;
import org.sumscan.ledger.coverage.ChainState;
import org.sumscan.testing.Anvil;
import org.sumscan.testing.Artifact;
import org.sumscan.testing.FakeNode;
import org.sumscan.testing.TestDatabase;
import tools.jackson.databind.JsonNode;

/** A chain that changes its mind takes the index along, and no row too many or too few stays. */
class ReorganisationTest {

  private final TestDatabase database = TestDatabase.create();
  private final Anvil anvil = Anvil.start();
  private final Address forger = anvil.deploy(Artifact.forTests("Forger"));
  private final Address wallet = anvil.accounts().get(1);
  private final IndexedChain index = IndexedChain.on(database.dataSource(), anvil.url());
  private long time = 2_000_000_000;

  @AfterEach
  void close() {
    anvil.close();
    database.close();
  }

  private void add(int count, long first) {
    add(count, first, time++);
  }

  /** The same transaction each time that the arguments but the last are the same. */
  private void add(int count, long first, long blockTime) {
    anvil.call("evm_setNextBlockTimestamp", blockTime);
    Map<String, String> transaction =
        new TreeMap<>(
            Map.of(
                "from",
                wallet.toString(),
                "to",
                forger.toString(),
                "input",
                Hex.text(ForgerCalls.addMany(count, 3, first)),
                "gas",
                "0x1000000",
                "maxFeePerGas",
                "0x77359400",
                "maxPriorityFeePerGas",
                "0x1"));
    anvil.execute(transaction);
  }

  private void assertFollows(int reorgs) {
    index.catchUp();
    Truth.assertEqual(index, anvil, forger);
    assertThat(index.reorgs.since(index.id(), 0)).hasSize(reorgs);
    assertThat(index.reorgs.reorgCount(index.id())).isEqualTo(reorgs);
  }

  @Test
  void takesAnotherBlockOfTheSameHeight() {
    index.list(forger);
    add(2, 1);
    String fork = anvil.snapshot();
    add(3, 10);
    assertFollows(0);
    long head = anvil.head();
    anvil.revert(fork);
    add(1, 20);
    assertThat(anvil.head()).isEqualTo(head);
    assertFollows(1);
    assertThat(index.reorgs.since(index.id(), 0).getFirst().ancestor()).isEqualTo(head - 1);
  }

  @Test
  void goesToAnotherBranchAndBack() {
    add(1, 1);
    try (Anvil branch = Anvil.start("--fork-url", anvil.url().toString());
        FakeNode node = FakeNode.before(anvil.url());
        TestDatabase own = TestDatabase.create()) {
      add(2, 10);
      branch.receipt(branch.send(wallet, forger, ForgerCalls.addMany(3, 4, 20)));
      IndexedChain switching = IndexedChain.on(own.dataSource(), node.url());
      switching.list(forger);
      switching.catchUp();
      Truth.assertEqual(switching, anvil, forger);
      List<String> first = Truth.rows(switching);
      node.pointAt(branch.url());
      switching.catchUp();
      Truth.assertEqual(switching, branch, forger);
      assertThat(Truth.rows(switching)).isNotEqualTo(first);
      node.pointAt(anvil.url());
      switching.catchUp();
      assertThat(Truth.rows(switching)).isEqualTo(first);
      assertThat(switching.reorgs.reorgCount(switching.id())).isEqualTo(2);
    }
  }

  @Test
  void waitsWhenTheChainChangesBetweenAHeaderAndItsLogs() {
    index.list(forger);
    add(1, 1);
    String fork = anvil.snapshot();
    try (FakeNode node = FakeNode.before(anvil.url());
        TestDatabase own = TestDatabase.create()) {
      IndexedChain changing = IndexedChain.on(own.dataSource(), node.url());
      changing.list(forger);
      changing.catchUp();
      add(2, 10);
      boolean[] changed = {false};
      node.bend(
          "eth_getLogs",
          (question, answer) -> {
            if (changed[0]) return answer;
            changed[0] = true;
            anvil.revert(fork);
            add(1, 20);
            return FakeNode.error(question, -32000, "unknown block");
          });
      changing.catchUp();
      assertThat(changed[0]).isTrue();
      for (int i = 0; i < 3; i++) changing.catchUp();
      Truth.assertEqual(changing, anvil, forger);
    }
  }

  @Test
  void followsATransactionIntoAnotherBlock() {
    index.list(forger);
    add(1, 1);
    String fork = anvil.snapshot();
    add(2, 10);
    assertFollows(0);
    String before = Truth.rows(index).getLast();
    anvil.revert(fork);
    anvil.mine(2);
    time += 10;
    add(2, 10);
    assertFollows(1);
    String after = Truth.rows(index).getLast();
    assertThat(after).isNotEqualTo(before);
    assertThat(after.split(" ")[2]).as("the same transaction").isEqualTo(before.split(" ")[2]);
  }

  @Test
  void leavesBlocksThatWereReplacedByEmptyOnes() {
    index.list(forger);
    for (int i = 0; i < 6; i++) add(1, i);
    assertFollows(0);
    anvil.reorg(4);
    assertFollows(1);
    assertThat(Truth.rows(index)).hasSize(2);
  }

  @Test
  void takesAnotherBranchWhileTheFirstIsOnlyHalfIndexed() {
    index.list(forger);
    for (int i = 0; i < 150; i++) add(1, i);
    ChainIndex chain = index.indexer.index(index.chains.all().iterator().next());
    chain.tipStep();
    chain.tipStep();
    anvil.reorg(30);
    add(2, 1);
    index.catchUp();
    Truth.assertEqual(index, anvil, forger);
  }

  @Test
  void takesALowerHeadForNoReorganisation() {
    index.list(forger);
    add(1, 1);
    String fork = anvil.snapshot();
    for (int i = 0; i < 5; i++) add(1, i);
    index.catchUp();
    List<String> rows = Truth.rows(index);
    anvil.revert(fork);
    index.catchUp();
    assertThat(Truth.rows(index)).isEqualTo(rows);
    assertThat(index.reorgs.reorgCount(index.id())).isZero();
  }

  @Test
  void takesABranchThatBecameFinalBeforeAnyOfItsBlocksCouldBeHad() {
    add(1, 1);
    String fork = anvil.snapshot();
    long shared = anvil.head();
    try (FakeNode node = FakeNode.before(anvil.url());
        TestDatabase own = TestDatabase.create()) {
      IndexedChain behind = IndexedChain.on(own.dataSource(), node.url());
      behind.list(forger);
      add(2, 10);
      behind.catchUp();
      anvil.revert(fork);
      time += 10_000;
      add(1, 20);
      anvil.mine(110);
      boolean[] compared = {false};
      node.bend(
          "eth_getBlockByNumber",
          (question, answer) -> {
            String number = question.get("params").get(0).asString();
            if (!number.startsWith("0x") || Long.decode(number) <= shared) return answer;
            if (compared[0]) return FakeNode.result(question, "null");
            compared[0] = true;
            return answer;
          });
      behind.catchUp();
      assertThat(compared[0]).isTrue();
      node.obey("eth_getBlockByNumber");
      for (int i = 0; i < 5; i++) behind.catchUp();
      assertThat(behind.coverage.state(behind.id()).orElseThrow().halted()).isNull();
      Truth.assertEqual(behind, anvil, forger);
    }
  }

  @Test
  void takesNothingOfABranchThatIsLeftWhileAModelsLogsAreFetchedAgain() {
    try (FakeNode node = FakeNode.before(anvil.url());
        TestDatabase own = TestDatabase.create()) {
      IndexedChain index = IndexedChain.on(own.dataSource(), node.url());
      add(250, 1);
      add(250, 300);
      String fork = anvil.snapshot();
      add(30, 600);
      index.catchUp();
      index.list(forger);
      remember(node, anvil.call("eth_getBlockByNumber", "latest", false));
      boolean[] left = {false};
      node.bend(
          "eth_getLogs",
          (question, answer) -> {
            if (left[0]) return answer;
            left[0] = true;
            anvil.revert(fork);
            add(1, 700);
            index.indexer.index(index.chains.all().iterator().next()).tipStep();
            return answer;
          });
      assertThat(index.count("refetch")).isEqualTo(1);
      index.indexer.index(index.chains.all().iterator().next()).backfillStep();
      assertThat(left[0]).isTrue();
      for (int i = 0; i < 3; i++) index.catchUp();
      Truth.assertEqual(index, anvil, forger);
    }
  }

  /** Most nodes still tell of a block that is not on their branch any more. */
  private static void remember(FakeNode node, JsonNode block) {
    node.bend(
        "eth_getBlockByHash",
        (question, answer) ->
            question.get("params").get(0).equals(block.get("hash"))
                ? FakeNode.result(question, block.toString())
                : answer);
  }

  @Test
  void countsWhatIsKeptOfStrangersAgain() {
    add(2, 1);
    String fork = anvil.snapshot();
    for (int i = 0; i < 4; i++) {
      anvil.receipt(
          anvil.send(
              wallet,
              anvil.deploy(Artifact.forTests("Forger")),
              ForgerCalls.addMany(1 + i, 3, 10)));
      index.catchUp();
      anvil.revert(fork);
      fork = anvil.snapshot();
      add(1, i);
      index.catchUp();
    }
    assertThat(kept()).isEqualTo(summed());
    index.list(forger);
    assertThat(kept()).isEqualTo(summed());
  }

  private String kept() {
    return index
        .jdbc
        .sql("select unlisted_emitters || ' ' || unlisted_bytes from chain_head")
        .query(String.class)
        .single();
  }

  private String summed() {
    return index
        .jdbc
        .sql(
            """
            select (select count(*) from emitter where not listed) || ' '
              || (select coalesce(sum(octet_length(data) + 250), 0) from unlisted_log)
            """)
        .query(String.class)
        .single();
  }

  @Test
  void stopsLoudlyAndDeletesNothingWhenFinalBlocksAreReplaced() {
    index.list(forger);
    add(1, 1);
    String fork = anvil.snapshot();
    add(2, 10);
    anvil.mine(100);
    index.catchUp();
    List<String> rows = Truth.rows(index);
    anvil.revert(fork);
    time += 10_000;
    add(1, 20);
    anvil.mine(110);
    for (int i = 0; i < 5; i++) index.catchUp();
    assertThat(Truth.rows(index)).isEqualTo(rows);
    ChainState state = index.coverage.state(index.id()).orElseThrow();
    assertThat(state.halted()).contains("final");
  }

  @Test
  void anEmbeddedChainThatLostItsLastBlocksTakesTheirRowsAlongAtTheStart() {
    index.list(forger);
    add(1, 1);
    anvil.mine(80);
    time += 1_000;
    add(2, 5);
    String lost = anvil.snapshot();
    add(3, 10);
    anvil.mine(3);
    index.catchUp();
    assertThat(Truth.rows(index)).hasSize(6);
    anvil.revert(lost);
    IndexedChain again = IndexedChain.embeddedOn(database.dataSource(), anvil.url());
    assertThat(Truth.rows(again)).hasSize(3);
    again.catchUp();
    Truth.assertEqual(again, anvil, forger);
    assertThat(again.reorgs.reorgCount(again.id())).isEqualTo(1);
  }

  @Test
  void anEmbeddedChainThatBeganAnewIsIndexedAnew() {
    index.list(forger);
    add(1, 1);
    anvil.mine(200);
    time += 1_000;
    add(2, 5);
    index.catchUp();
    try (Anvil other = Anvil.start("--timestamp", "1600000000")) {
      other.mine(10);
      IndexedChain again = IndexedChain.embeddedOn(database.dataSource(), other.url());
      assertThat(Truth.rows(again)).isEmpty();
      again.catchUp();
      assertThat(again.coverage.state(again.id()).orElseThrow().indexedTo()).isEqualTo(10);
      assertThat(again.coverage.state(again.id()).orElseThrow().gaps()).isEmpty();
    }
  }

  @Test
  void anEmbeddedChainThatLosesMoreThanWhatWasOpenWhileItIsFollowedIsFollowedOn() {
    IndexedChain embedded = IndexedChain.embeddedOn(database.dataSource(), anvil.url());
    embedded.list(forger);
    add(1, 1);
    anvil.mine(20);
    String saved = anvil.snapshot();
    anvil.mine(300);
    time += 1_000;
    add(2, 5);
    embedded.catchUp();
    anvil.revert(saved);
    for (int i = 0; i < 20; i++) embedded.catchUp();
    add(3, 9);
    embedded.catchUp();
    Truth.assertEqual(embedded, anvil, forger);
    assertThat(embedded.coverage.state(embedded.id()).orElseThrow().halted()).isNull();
  }
}
