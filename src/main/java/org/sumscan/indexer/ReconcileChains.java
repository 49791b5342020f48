package org.sumscan.indexer;

import org.springframework.stereotype.Component;
import org.sumscan.chain.ChainNode;
import org.sumscan.chain.Chains;
import org.sumscan.chain.NodeFault;
import org.sumscan.startup.StartupFailure;
import org.sumscan.startup.StartupStep;
import org.sumscan.startup.StepProgress;

/** Makes the ledger know every chain, and forget what an embedded chain has lost. */
@Component
class ReconcileChains implements StartupStep {

  private final Chains chains;
  private final Indexer indexer;

  ReconcileChains(Chains chains, Indexer indexer) {
    this.chains = chains;
    this.indexer = indexer;
  }

  @Override
  public Stage stage() {
    return Stage.RECONCILE;
  }

  @Override
  public String title() {
    return "Comparing the index with the chains";
  }

  @Override
  public void run(StepProgress progress) {
    for (ChainNode node : chains.all()) {
      try {
        indexer.index(node);
      } catch (NodeFault fault) {
        throw new StartupFailure(
            "Chain '%s' stopped answering: %s"
                .formatted(node.configuration().name(), fault.getMessage()),
            "Look at its node, then start again.",
            fault);
      }
    }
  }
}
