package org.sumscan.indexer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.sumscan.ledger.coverage.ChainState;
import org.sumscan.testing.TestDatabase;

/** A chain that is not the one that was indexed, or that went back, is said to be so at once. */
class AnotherChainTest {

  private final TestDatabase database = TestDatabase.create();
  private final ScriptedChain chain = new ScriptedChain(600, ScriptedChain.spread(7));
  private final IndexedChain index = IndexedChain.on(database.dataSource(), chain.url());

  @AfterEach
  void close() {
    chain.close();
    database.close();
  }

  private ChainState state(IndexedChain of) {
    return of.coverage.state(of.id()).orElseThrow();
  }

  private void indexAll() {
    index.list(ScriptedChain.TRAINER);
    index.catchUp();
    assertThat(Truth.rows(index)).isEqualTo(chain.truth());
  }

  /** As time does, after an instance was stopped. */
  private void endLeases() {
    index.jdbc.sql("delete from lease").update();
  }

  @Test
  void aChainThatWasStartedAnewStopsTheIndexAtOnceAndSaysTheWayOut() {
    indexAll();
    List<String> rows = Truth.rows(index);
    chain.beginAnew(50);
    index.catchUp();
    assertThat(state(index).halted())
        .contains("another chain")
        .contains("SUMSCAN_INDEXER_RESUME=31337");
    assertThat(Truth.rows(index)).isEqualTo(rows);
  }

  @Test
  void aChainThatWasStartedAnewIsRecognisedAfterARestartAndAboveTheOldHeadToo() {
    indexAll();
    List<String> rows = Truth.rows(index);
    chain.beginAnew(900);
    endLeases();
    IndexedChain again = IndexedChain.on(database.dataSource(), chain.url());
    again.catchUp();
    assertThat(state(again).halted()).contains("another chain");
    assertThat(Truth.rows(again)).isEqualTo(rows);
  }

  @Test
  void theWayOutIndexesTheNewChainAndNothingElse() {
    indexAll();
    chain.beginAnew(300);
    index.catchUp();
    assertThat(state(index).halted()).isNotNull();
    endLeases();
    IndexedChain resumed = IndexedChain.resuming(database.dataSource(), "31337", chain.url());
    resumed.catchUp();
    assertThat(state(resumed).halted()).isNull();
    assertThat(Truth.rows(resumed)).isEqualTo(chain.truth()).isNotEmpty();
    resumed.audit();
    assertThat(state(resumed).levels().provenTo()).isEqualTo(300);
  }

  @Test
  void theWayOutKeepsBlocksUpToOneThatIsNamed() {
    indexAll();
    index.progress.halt(index.id(), "someone has to look");
    endLeases();
    IndexedChain resumed = IndexedChain.resuming(database.dataSource(), "31337@400", chain.url());
    assertThat(state(resumed).indexedTo()).isEqualTo(400);
    resumed.catchUp();
    assertThat(Truth.rows(resumed)).isEqualTo(chain.truth());
    IndexedChain once = IndexedChain.resuming(database.dataSource(), "31337@400", chain.url());
    assertThat(state(once).indexedTo()).as("once only").isEqualTo(600);
  }

  @Test
  void aNodeThatWentBackIsSaidToHaveGoneBackUntilItCatchesUp() {
    indexAll();
    chain.head(300);
    for (int i = 0; i < 25; i++) index.catchUp();
    assertThat(state(index).error()).contains("gone back").contains("300");
    assertThat(state(index).halted()).isNull();
    chain.head(700);
    for (int i = 0; i < 3; i++) index.catchUp();
    assertThat(state(index).error()).isNull();
    assertThat(Truth.rows(index)).isEqualTo(chain.truth());
  }

  @Test
  void aFewBlocksAreSaidToo() {
    indexAll();
    chain.head(590);
    for (int i = 0; i < 25; i++) index.catchUp();
    assertThat(state(index).error()).contains("gone back").contains("590");
    chain.head(601);
    index.catchUp();
    assertThat(state(index).error()).isNull();
  }
}
