package org.sumscan.indexer;

import java.util.List;
import java.util.Optional;
import org.sumscan.chain.ChainNode;
import org.sumscan.chain.NodeFault;
import org.sumscan.kernel.BlockHeader;
import org.sumscan.kernel.BlockRef;
import org.sumscan.ledger.coverage.ChainProgress;
import org.sumscan.ledger.write.Ledger;

/**
 * Makes the ledger agree with a chain's node, where what this does not have is gone: the only node
 * of an embedded chain, which is ours and may have lost its last blocks, or one that an operator
 * trusts.
 */
final class Reconciliation {

  private static final int AT_ONCE = 64;

  private final ChainNode node;
  private final Ledger ledger;
  private final ChainProgress progress;

  Reconciliation(ChainNode node, Ledger ledger, ChainProgress progress) {
    this.node = node;
    this.ledger = ledger;
    this.progress = progress;
  }

  /** Rolls back to the last block that both have; does nothing where that is the newest. */
  void run() {
    boolean newest = true;
    long below = Long.MAX_VALUE;
    while (true) {
      List<BlockRef> known = ledger.knownBlocks(node.id(), below, AT_ONCE);
      if (known.isEmpty()) break;
      for (BlockRef block : known) {
        Optional<BlockHeader> theirs = node.block(block.number());
        if (theirs.isPresent() && theirs.get().block().equals(block)) {
          if (!newest) forgetAbove(theirs.get());
          return;
        }
        newest = false;
        below = block.number();
      }
    }
    if (newest) return;
    ledger.forget(node.id(), null);
    progress.unsettle(node.id(), -1);
  }

  /**
   * Lets an index go on that had stopped for good, where the settings say so; one that goes on is
   * left alone.
   *
   * @param wanted chain ids, each with the last block to be kept after an {@code @} or not
   * @throws NodeFault if the node does not answer
   */
  void resume(List<String> wanted) {
    for (String each : wanted) {
      String[] parts = each.strip().split("@", 2);
      if (!parts[0].equals(node.id().toString())) continue;
      Optional<BlockHeader> last =
          parts.length == 2 ? node.block(Long.parseLong(parts[1])) : Optional.empty();
      if (!progress.resume(node.id())) continue;
      if (last.isPresent()) forgetAbove(last.get());
      else run();
    }
  }

  private void forgetAbove(BlockHeader shared) {
    ledger.forget(node.id(), shared);
    progress.unsettle(node.id(), shared.number());
  }
}
