package org.sumscan.demo.live;

import java.util.List;
import org.sumscan.demo.chain.EmbeddedNode;
import org.sumscan.demo.scenario.DemoHistory;
import org.sumscan.demo.scenario.PlannedBlock;
import org.sumscan.startup.StartupFailure;
import org.sumscan.startup.StepProgress;

/** Puts the demo's past on the embedded chain, from wherever an earlier run was stopped. */
final class HistoryWriter {

  private static final int REPORT_EVERY = 20;

  private final EmbeddedNode node;

  HistoryWriter(EmbeddedNode node) {
    this.node = node;
  }

  /** Mines the blocks that the chain has not got yet; the n-th of them has the number n + 1. */
  void write(DemoHistory history, StepProgress progress) throws InterruptedException {
    List<PlannedBlock> blocks = history.blocks();
    EmbeddedNode.Head head = node.head();
    requireOwn(head, blocks);
    long[] nonces = node.nonces();
    for (int i = (int) head.number(); i < blocks.size(); i++) {
      node.send(blocks.get(i).transactions(), nonces);
      node.mine(blocks.get(i).time());
      if (i % REPORT_EVERY == 0) progress.report(i, blocks.size(), "blocks");
    }
    progress.report(blocks.size(), blocks.size(), "blocks");
  }

  private static void requireOwn(EmbeddedNode.Head head, List<PlannedBlock> blocks) {
    if (head.number() == 0) return;
    boolean own =
        head.number() <= blocks.size() && blocks.get((int) head.number() - 1).time() == head.time();
    if (!own) {
      throw new StartupFailure(
          "The local chain holds an unfinished demo that another version of Sumscan began.",
          "Move the data folder away to begin a new one.");
    }
  }
}
