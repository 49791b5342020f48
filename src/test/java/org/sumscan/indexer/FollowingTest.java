package org.sumscan.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.BlockRange;
import org.sumscan.kernel.LogPosition;
import org.sumscan.kernel.ModelId;
import org.sumscan.kernel.ProofLevel;
import org.sumscan.ledger.Sample;
import org.sumscan.ledger.coverage.BackfillProgress;
import org.sumscan.ledger.coverage.CoveredRange;
import org.sumscan.ledger.search.OrderedSamples;
import org.sumscan.testing.Anvil;
import org.sumscan.testing.Artifact;
import org.sumscan.testing.FakeNode;
import org.sumscan.testing.TestDatabase;

/** A chain is indexed completely, from its first block to its head, and on as it grows. */
class FollowingTest {

  private final TestDatabase database = TestDatabase.create();
  private final Anvil anvil = Anvil.start();
  private final Address forger = anvil.deploy(Artifact.forTests("Forger"));
  private final Address wallet = anvil.accounts().get(1);

  @AfterEach
  void close() {
    anvil.close();
    database.close();
  }

  private void add(int count) {
    anvil.receipt(anvil.send(wallet, forger, ForgerCalls.addMany(count, 5, 7)));
  }

  @Test
  void indexesWhatWasThereBeforeAndWhatComesAfter() {
    IndexedChain index = IndexedChain.on(database.dataSource(), anvil.url());
    add(3);
    anvil.mine(200);
    add(2);
    index.list(forger);
    index.catchUp();
    Truth.assertEqual(index, anvil, forger);
    assertThat(Truth.rows(index)).hasSize(5);
    add(4);
    index.catchUp();
    Truth.assertEqual(index, anvil, forger);
    assertThat(Truth.rows(index)).hasSize(9);
  }

  @Test
  void tellsOfTheNewestBlocksHowSureItIsThatNothingIsMissing() {
    IndexedChain index = IndexedChain.on(database.dataSource(), anvil.url());
    index.catchUp();
    add(3);
    index.catchUp();
    anvil.mine(1);
    index.catchUp();
    List<CoveredRange> ranges = index.coverage.ranges(index.id());
    assertThat(ranges.subList(ranges.size() - 2, ranges.size()))
        .extracting(CoveredRange::proof)
        .containsExactly(ProofLevel.PROVEN, ProofLevel.PROVEN);
  }

  @Test
  void keepsEveryFieldOfASample() {
    IndexedChain index = IndexedChain.on(database.dataSource(), anvil.url());
    ModelId model = index.list(forger);
    long[] features = {Long.MIN_VALUE, -1, 0, 1, Long.MAX_VALUE};
    anvil.receipt(
        anvil.send(
            wallet,
            forger,
            ForgerCalls.emitLog(
                ForgerCalls.addDataTopics(wallet),
                ForgerCalls.addData(features, 7, 1_700_000_000, 123_456_789_012_345L))));
    index.catchUp();
    OrderedSamples ordered = index.samples.inOrder(model, LogPosition.START, 10);
    assertThat(ordered.completeTo()).isEqualTo(anvil.head());
    Sample sample = ordered.samples().getFirst();
    assertThat(sample.features()).isEqualTo(features);
    assertThat(sample.label()).hasToString("7");
    assertThat(sample.addedTime()).hasToString("1700000000");
    assertThat(sample.deposit()).hasToString("123456789012345");
    assertThat(sample.sender()).isEqualTo(wallet);
    assertThat(index.samples.find(sample.log()))
        .get()
        .extracting(Sample::key)
        .isEqualTo(sample.key());
  }

  @Test
  void listingLaterShowsWhatWasBefore() {
    IndexedChain index = IndexedChain.on(database.dataSource(), anvil.url());
    add(3);
    index.catchUp();
    assertThat(index.count("sample")).isZero();
    assertThat(index.discoveries.busiest(index.id(), List.of(), 10)).hasSize(1);
    index.list(forger);
    assertThat(index.count("unlisted_log")).isZero();
    Truth.assertEqual(index, anvil, forger);
  }

  @Test
  void fetchesAgainWhatWentOverAStrangersQuota() {
    IndexedChain index = IndexedChain.on(database.dataSource(), anvil.url());
    for (int i = 0; i < 3; i++) add(250);
    index.catchUp();
    assertThat(index.count("unlisted_log")).isEqualTo(500);
    ModelId model = index.list(forger);
    assertThat(index.samples.inOrder(model, LogPosition.START, 1).completeTo())
        .isLessThan(anvil.head());
    BackfillProgress overQuota = index.histories.of(model, 0).orElseThrow();
    assertThat(overQuota.blocks()).isEqualTo(anvil.head() + 1);
    assertThat(overQuota.read()).isBetween(1L, anvil.head());
    index.catchUp();
    assertThat(index.histories.of(model, 0).orElseThrow().read()).isEqualTo(anvil.head() + 1);
    Truth.assertEqual(index, anvil, forger);
    assertThat(index.samples.inOrder(model, LogPosition.START, 1).completeTo())
        .isEqualTo(anvil.head());
    assertThat(index.count("sample")).isEqualTo(750);
  }

  @Test
  void joinsWhatEndpointsByTurnsHaveGiven() {
    IndexedChain index = IndexedChain.on(database.dataSource(), anvil.url());
    index.catchUp();
    anvil.mine(150);
    index.catchUp();
    index.jdbc.sql("update coverage set endpoint = 'other' where from_block % 2 = 0").update();
    anvil.mine(150);
    index.catchUp();
    List<CoveredRange> ranges = index.coverage.ranges(index.id());
    assertThat(ranges).hasSizeLessThan(100);
    assertThat(ranges.getFirst().endpoint()).contains("127.0.0.1").contains("other");
    assertThat(index.coverage.state(index.id()).orElseThrow().gaps()).isEmpty();
  }

  @Test
  void goesOnTellingWhyAGapStaysWhileTheNewestBlocksComeIn() {
    anvil.mine(300);
    try (FakeNode node = FakeNode.before(anvil.url())) {
      node.bend(
          "eth_getLogs",
          (question, answer) ->
              question.get("params").get(0).has("fromBlock")
                  ? FakeNode.error(question, -32000, "history is unavailable")
                  : answer);
      IndexedChain index = IndexedChain.on(database.dataSource(), node.url());
      index.catchUp();
      anvil.mine(1);
      ChainIndex chain = index.indexer.index(index.chains.all().iterator().next());
      assertThat(chain.tipStep()).isTrue();
      assertThat(index.coverage.state(index.id()).orElseThrow().error()).contains("history");
      node.obey("eth_getLogs");
      index.catchUp();
      assertThat(index.coverage.state(index.id()).orElseThrow().error()).isNull();
      assertThat(index.coverage.state(index.id()).orElseThrow().gaps()).isEmpty();
    }
  }

  @Test
  void showsAGapAndClosesIt() {
    IndexedChain index = IndexedChain.on(database.dataSource(), anvil.url());
    ModelId model = index.list(forger);
    add(3);
    anvil.mine(300);
    add(1);
    ChainIndex chain = index.indexer.index(index.chains.all().iterator().next());
    int steps = 0;
    while (chain.tipStep()) assertThat(++steps).as("steps to the head").isLessThan(100);
    long finalized = index.progress.finalized(index.id());
    assertThat(index.coverage.state(index.id()).orElseThrow().gaps())
        .containsExactly(new BlockRange(0, finalized));
    BackfillProgress half = index.histories.of(model, 5).orElseThrow();
    assertThat(half).isEqualTo(new BackfillProgress(5, anvil.head(), anvil.head() - finalized));
    assertThat(half.isWhole()).isFalse();
    assertThat(index.samples.inOrder(model, LogPosition.START, 10).samples()).isEmpty();
    index.catchUp();
    assertThat(index.histories.of(model, 5).orElseThrow().read()).isEqualTo(anvil.head() - 4);
    Truth.assertEqual(index, anvil, forger);
    assertThat(index.samples.inOrder(model, LogPosition.START, 10).samples()).hasSize(4);
  }
}
