package org.sumscan.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sumscan.indexer.audit.Audit;
import org.sumscan.kernel.ProofLevel;
import org.sumscan.ledger.coverage.ChainState;
import org.sumscan.ledger.coverage.CoveredRange;
import org.sumscan.testing.SettableClock;
import org.sumscan.testing.TestDatabase;

/**
 * Nodes that leave logs out without a word: in the end the table is the truth, with its level, or
 * the index has stopped and says what to do.
 */
class IncompleteNodesTest {

  private final TestDatabase database = TestDatabase.create();

  @AfterEach
  void close() {
    database.close();
  }

  private IndexedChain on(ScriptedChain chain) {
    IndexedChain index = IndexedChain.on(database.dataSource(), chain.url());
    index.list(ScriptedChain.TRAINER);
    return index;
  }

  /** Nothing is read twice where nothing is left to read. */
  private static void work(IndexedChain index) {
    for (int i = 0; i < 3; i++) {
      index.catchUp();
      index.audit();
    }
    index.catchUp();
  }

  private static void assertProvenTruth(IndexedChain index, ScriptedChain chain) {
    assertThat(Truth.rows(index)).isEqualTo(chain.truth());
    ChainState state = index.coverage.state(index.id()).orElseThrow();
    assertThat(state.gaps()).isEmpty();
    assertThat(state.indexedTo()).isEqualTo(chain.head());
    assertThat(index.coverage.ranges(index.id()))
        .extracting(CoveredRange::proof)
        .containsOnly(ProofLevel.PROVEN);
  }

  /** No range that lacks a sample may be covered, whatever else is said of it. */
  private static void assertStoppedLoudly(IndexedChain index, ScriptedChain chain) {
    ChainState state = index.coverage.state(index.id()).orElseThrow();
    assertThat(state.error()).contains("left logs out").contains("add a node that keeps");
    assertThat(state.gaps()).isNotEmpty();
    List<String> rows = Truth.rows(index);
    for (String sample : chain.truth()) {
      if (rows.contains(sample)) continue;
      long block = Long.parseLong(sample.substring(0, sample.indexOf('/')));
      assertThat(state.gaps()).as("gaps, for %s", sample).anyMatch(gap -> gap.contains(block));
    }
  }

  @Test
  void aPrunedNodeThatHasNothingBelowItsLastBlocksStopsTheIndexLoudly() {
    try (ScriptedChain chain = new ScriptedChain(600, ScriptedChain.spread(7))) {
      chain.keepHistory(block -> block >= chain.head() - 80);
      IndexedChain index = on(chain);
      work(index);
      assertStoppedLoudly(index, chain);
    }
  }

  @Test
  void whatAPrunedNodeHasThrownAwayIsTakenFromOneThatKeepsIt() {
    try (ScriptedChain pruned = new ScriptedChain(600, ScriptedChain.spread(7));
        ScriptedChain archive = new ScriptedChain(600, ScriptedChain.spread(7))) {
      pruned.keepHistory(block -> block >= pruned.head() - 80);
      IndexedChain index = IndexedChain.onAll(database.dataSource(), pruned.url(), archive.url());
      index.list(ScriptedChain.TRAINER);
      work(index);
      assertProvenTruth(index, pruned);
    }
  }

  @Test
  void aNodeThatLeavesOutEvery37thBlockIsPutRight() {
    try (ScriptedChain chain = new ScriptedChain(3_000, block -> 1)) {
      chain.answerRanges(
          (from, to, logs) -> logs.stream().filter(log -> log.block() % 37 != 0).toList());
      IndexedChain index = on(chain);
      work(index);
      assertProvenTruth(index, chain);
    }
  }

  @Test
  void aNodeThatCutsItsAnswersAt64LogsIsPutRight() {
    try (ScriptedChain chain = new ScriptedChain(3_000, block -> block % 3)) {
      chain.answerRanges((from, to, logs) -> logs.subList(0, Math.min(64, logs.size())));
      IndexedChain index = on(chain);
      work(index);
      assertProvenTruth(index, chain);
    }
  }

  @Test
  void aLongChainOfWhichRangesAreAlwaysAnsweredByNothingIsPutRight() {
    try (ScriptedChain chain = new ScriptedChain(1_000_000, ScriptedChain.spread(5_000))) {
      chain.answerRanges((from, to, logs) -> List.of());
      IndexedChain index = on(chain);
      work(index);
      assertProvenTruth(index, chain);
      assertThat(Truth.rows(index)).hasSize(200);
    }
  }

  @Test
  void anHonestNodeIsProvenByNoMoreThanEachHeaderAndTheReceiptsOfBlocksWithLogs() {
    try (ScriptedChain chain = new ScriptedChain(2_000, ScriptedChain.spread(50))) {
      IndexedChain index = on(chain);
      index.catchUp();
      long headers = chain.asked("eth_getBlockByNumber");
      long receipts = chain.asked("eth_getBlockReceipts");
      index.audit();
      assertProvenTruth(index, chain);
      assertThat(chain.asked("eth_getBlockByNumber") - headers).isLessThanOrEqualTo(2_000);
      assertThat(chain.asked("eth_getBlockReceipts") - receipts).isLessThanOrEqualTo(40);
      assertThat(index.reorgs.reorgCount(index.id())).isZero();
      assertThat(index.coverage.ranges(index.id())).hasSizeLessThan(80);
    }
  }

  @Test
  void rangesFullOfLogsAreCrossCheckedByASampleBeforeTheyAreProven() {
    try (ScriptedChain chain = new ScriptedChain(20_000, block -> block % 2)) {
      IndexedChain index = on(chain);
      index.catchUp();
      assertThat(longRanges(index, ProofLevel.FETCHED)).isNotEmpty();
      long headers = chain.asked("eth_getBlockByNumber");
      while (!longRanges(index, ProofLevel.FETCHED).isEmpty()) index.auditOnce();
      assertThat(longRanges(index, ProofLevel.CROSS_CHECKED)).isNotEmpty();
      assertThat(longRanges(index, ProofLevel.PROVEN)).isEmpty();
      assertThat(chain.asked("eth_getBlockByNumber") - headers).isLessThan(4_000);
      index.audit();
      assertProvenTruth(index, chain);
    }
  }

  @Test
  void noRangeThatLacksOneInTwentyIsCrossChecked() {
    try (ScriptedChain chain = new ScriptedChain(20_000, block -> 1)) {
      chain.answerRanges(
          (from, to, logs) ->
              to - from < 1_000
                  ? logs
                  : logs.stream().filter(log -> log.block() % 20 != 7).toList());
      IndexedChain index = on(chain);
      index.catchUp();
      List<String> truth = chain.truth();
      assertThat(Truth.rows(index)).hasSizeLessThan(truth.size());
      while (Truth.rows(index).size() < truth.size()) {
        index.auditOnce();
        for (CoveredRange range : longRanges(index, ProofLevel.CROSS_CHECKED)) {
          assertThat(index.rowsIn(range.range())).isEqualTo(range.range().length());
        }
      }
      index.audit();
      assertProvenTruth(index, chain);
    }
  }

  @Test
  void whatTheAuditCanSeeThatANodeHasNoLongerBecomesAGapAgain() {
    try (ScriptedChain chain = new ScriptedChain(600, block -> 0)) {
      chain.busy(block -> block % 7 == 3);
      IndexedChain index = on(chain);
      index.catchUp();
      assertThat(index.coverage.state(index.id()).orElseThrow().gaps()).isEmpty();
      chain.logsOf(ScriptedChain.spread(7));
      chain.keepHistory(block -> block >= chain.head() - 50);
      index.audit();
      assertThat(index.coverage.state(index.id()).orElseThrow().gaps()).isNotEmpty();
      index.catchUp();
      ChainState state = index.coverage.state(index.id()).orElseThrow();
      assertThat(state.error()).contains("left logs out").contains("add a node that keeps");
      chain.keepHistory(block -> true);
      work(index);
      assertProvenUpTo(index, chain, index.progress.finalized(index.id()));
    }
  }

  private static void assertProvenUpTo(IndexedChain index, ScriptedChain chain, long block) {
    assertThat(upTo(block, Truth.rows(index))).isEqualTo(upTo(block, chain.truth()));
    assertThat(index.coverage.state(index.id()).orElseThrow().levels().provenTo())
        .isGreaterThanOrEqualTo(block);
  }

  private static List<String> upTo(long block, List<String> rows) {
    return rows.stream()
        .filter(row -> Long.parseLong(row.substring(0, row.indexOf('/'))) <= block)
        .toList();
  }

  @Test
  void whatOnlyAFullFilterSpeaksForIsFetchedAndInDoubtUntilReceiptsSettleIt() {
    try (ScriptedChain chain = new ScriptedChain(600, ScriptedChain.spread(50))) {
      chain.busy(block -> true);
      chain.fullBlooms();
      chain.keepReceipts(false);
      IndexedChain index = on(chain);
      work(index);
      assertThat(Truth.rows(index)).isEqualTo(chain.truth());
      ChainState state = index.coverage.state(index.id()).orElseThrow();
      assertThat(state.gaps()).isEmpty();
      assertThat(state.levels().crossCheckedTo()).isNull();
      assertThat(state.levels().doubted()).isNotNull();
      chain.keepReceipts(true);
      index.audit();
      assertThat(index.coverage.state(index.id()).orElseThrow().levels().doubted())
          .as("not before an hour is over")
          .isNotNull();
      index
          .jdbc
          .sql("update coverage set checked_at = checked_at - interval '61 minutes'")
          .update();
      index.audit();
      assertThat(index.coverage.state(index.id()).orElseThrow().levels().doubted()).isNull();
      assertProvenUpTo(index, chain, index.progress.finalized(index.id()));
    }
  }

  @Test
  void blocksOfOthersAreProvenByFiltersThatWereSeenToBeTrue() {
    try (ScriptedChain chain = new ScriptedChain(2_000, ScriptedChain.spread(50))) {
      chain.busy(block -> true);
      IndexedChain index = on(chain);
      index.catchUp();
      long receipts = chain.asked("eth_getBlockReceipts");
      index.audit();
      assertProvenTruth(index, chain);
      assertThat(chain.asked("eth_getBlockReceipts") - receipts).isLessThanOrEqualTo(42);
    }
  }

  @Test
  void theAuditGoesOnWhereItWasAfterARestart() {
    try (ScriptedChain chain = new ScriptedChain(4_000, ScriptedChain.spread(50))) {
      IndexedChain index = on(chain);
      index.catchUp();
      long headers = chain.asked("eth_getBlockByNumber");
      for (int i = 0; i < 4; i++) index.auditOnce();
      assertThat(index.coverage.state(index.id()).orElseThrow().levels().provenTo())
          .isBetween(1_000L, 3_000L);
      IndexedChain again = IndexedChain.on(database.dataSource(), chain.url());
      again.audit();
      assertProvenTruth(again, chain);
      assertThat(chain.asked("eth_getBlockByNumber") - headers).isLessThan(4_100);
    }
  }

  @Test
  void theAuditSpendsNoMoreRequestsThanItIsGiven() {
    try (ScriptedChain chain = new ScriptedChain(4_000, ScriptedChain.spread(5))) {
      IndexedChain index = on(chain);
      index.catchUp();
      SettableClock clock = new SettableClock(Instant.ofEpochSecond(1_700_000_000));
      Audit audit = index.auditWith(clock, 20);
      long before = spent(chain);
      for (int second = 0; second < 60; second++) {
        while (audit.step(index.progress.finalized(index.id()))) {}
        assertThat(spent(chain) - before).isLessThanOrEqualTo(20L * second + 2 * 200 + 2);
        clock.advance(Duration.ofSeconds(1));
      }
      assertThat(spent(chain) - before).isGreaterThan(20 * 40);
    }
  }

  private static long spent(ScriptedChain chain) {
    return chain.asked("eth_getBlockByNumber")
        + chain.asked("eth_getBlockReceipts")
        + chain.asked("eth_getBlockByHash")
        + chain.asked("eth_getLogs");
  }

  private static List<CoveredRange> longRanges(IndexedChain index, ProofLevel level) {
    return index.coverage.ranges(index.id()).stream()
        .filter(range -> range.proof() == level && range.range().length() >= 2_000)
        .toList();
  }
}
