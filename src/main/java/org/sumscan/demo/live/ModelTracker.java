package org.sumscan.demo.live;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.sumscan.contracts.ContractEvent;
import org.sumscan.demo.chain.EmbeddedNode;
import org.sumscan.demo.models.Deployment;
import org.sumscan.demo.scenario.SimulatedModel;
import org.sumscan.demo.scenario.SimulatedSample;
import org.sumscan.kernel.Address;

/**
 * Learns from the chain what became of the demo's models, whoever did it: the demo's own people, in
 * this run or an earlier one, and visitors with a wallet.
 */
public final class ModelTracker {

  private static final long BLOCKS_AT_ONCE = 200;

  private final EmbeddedNode node;
  private final Map<Address, SimulatedModel> models = new LinkedHashMap<>();
  private long next = 1;

  public ModelTracker(EmbeddedNode node, List<Deployment> deployments, long genesis) {
    this.node = node;
    for (Deployment deployment : deployments) {
      SimulatedModel model = new SimulatedModel(deployment, node.accounts(), genesis);
      models.put(deployment.trainer(), model);
    }
  }

  /** The models as they were after the block that was followed last. */
  public List<SimulatedModel> models() {
    return List.copyOf(models.values());
  }

  /** Reads the blocks that came since the last call. */
  public void follow() throws InterruptedException {
    long head = node.head().number();
    while (next <= head) {
      long to = Math.min(head, next + BLOCKS_AT_ONCE - 1);
      for (EmbeddedNode.Said said : node.said(next, to, List.copyOf(models.keySet()))) {
        SimulatedModel model = models.get(said.emitter());
        if (model != null) said.event().ifPresent(event -> learn(model, event));
      }
      models.values().forEach(SimulatedModel::tidy);
      next = to + 1;
    }
  }

  private static void learn(SimulatedModel model, ContractEvent event) {
    switch (event) {
      case ContractEvent.AddData added ->
          model.add(
              new SimulatedSample(
                  added.sender(),
                  added.features(),
                  added.label(),
                  added.addedTime().longValueExact(),
                  added.cost()));
      case ContractEvent.SampleRefunded refunded ->
          model.find(refunded.key()).ifPresent(model::refunded);
      case ContractEvent.SampleReported reported ->
          model
              .find(reported.key())
              .ifPresent(sample -> sample.reportedBy(reported.reporter(), reported.amount()));
      case ContractEvent.Refunded other -> {}
      case ContractEvent.Reported other -> {}
      case ContractEvent.ClassAdded other -> {}
    }
  }
}
