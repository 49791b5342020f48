package org.sumscan.indexer;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.sumscan.chain.ChainNode;
import org.sumscan.chain.Chains;
import org.sumscan.kernel.ChainId;
import org.sumscan.ledger.coverage.ChainState;
import org.sumscan.ledger.coverage.Coverage;
import org.sumscan.startup.StartupStep;
import org.sumscan.startup.StepProgress;

/**
 * Waits for the index of an embedded chain, which takes seconds; a deployment's own chains may take
 * hours, and show how far they are instead.
 */
@Component
class CatchUpEmbedded implements StartupStep {

  private static final Duration LONGEST = Duration.ofMinutes(2);
  private static final Duration PAUSE = Duration.ofMillis(100);

  private final Chains chains;
  private final Coverage coverage;
  private final IndexerProperties properties;

  CatchUpEmbedded(Chains chains, Coverage coverage, IndexerProperties properties) {
    this.chains = chains;
    this.coverage = coverage;
    this.properties = properties;
  }

  @Override
  public Stage stage() {
    return Stage.CATCH_UP;
  }

  @Override
  public String title() {
    return "Indexing the local chain";
  }

  @Override
  public void run(StepProgress progress) throws InterruptedException {
    if (!properties.enabled()) return;
    for (ChainNode node : chains.all()) {
      if (node.configuration().embedded()) await(node, progress);
    }
  }

  private void await(ChainNode node, StepProgress progress) throws InterruptedException {
    long head = node.head().number();
    long end = System.nanoTime() + LONGEST.toNanos();
    while (System.nanoTime() < end) {
      long indexed = indexed(node.id());
      progress.report(Math.min(indexed, head), head, "blocks");
      if (indexed >= head) return;
      Thread.sleep(PAUSE);
    }
  }

  private long indexed(ChainId chain) {
    ChainState state = coverage.state(chain).orElse(null);
    if (state == null) return 0;
    if (state.halted() != null) return Long.MAX_VALUE;
    return state.indexedTo() == null ? 0 : state.indexedTo();
  }
}
