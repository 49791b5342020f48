package org.sumscan.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sumscan.kernel.ProofLevel;
import org.sumscan.ledger.coverage.ChainState;
import org.sumscan.ledger.coverage.CoveredRange;
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

  private static List<CoveredRange> longRanges(IndexedChain index, ProofLevel level) {
    return index.coverage.ranges(index.id()).stream()
        .filter(range -> range.proof() == level && range.range().length() >= 2_000)
        .toList();
  }
}
