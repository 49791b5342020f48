package org.sumscan.indexer;

import java.util.List;
import java.util.Optional;
import org.sumscan.chain.ChainNode;
import org.sumscan.kernel.BlockHeader;
import org.sumscan.kernel.BlockRef;
import org.sumscan.ledger.coverage.ChainProgress;
import org.sumscan.ledger.write.Ledger;

/**
 * Makes the ledger of an embedded chain agree with its only node, which is ours and may have lost
 * its last blocks: what it does not have is gone.
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

  /** Rewinds to the last block that both have; does nothing where that is the newest. */
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

  private void forgetAbove(BlockHeader shared) {
    ledger.forget(node.id(), shared);
    progress.unsettle(node.id(), shared.number());
  }
}
