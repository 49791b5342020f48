package org.sumscan.indexer.audit;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sumscan.chain.ChainNode;
import org.sumscan.kernel.BlockHeader;
import org.sumscan.kernel.Hash32;
import org.sumscan.ledger.coverage.ChainProgress;

/**
 * Tells a chain from another of the same id by its first block: a development chain that was
 * started anew, or an address that leads elsewhere now.
 */
public final class ChainIdentity {

  private final ChainNode node;
  private final ChainProgress progress;
  private boolean verified;
  private @Nullable BlockHeader lastHead;

  /** Of what is indexed of a node's chain. */
  public ChainIdentity(ChainNode node, ChainProgress progress) {
    this.node = node;
    this.progress = progress;
  }

  /**
   * Compares the first blocks, once, and again whenever the head has gone back. A node that does
   * not have its first block tells nothing.
   *
   * @return false if the chain is another one, whose index has been stopped by that
   */
  public boolean holds(BlockHeader head) {
    boolean wentBack = lastHead != null && head.number() < lastHead.number();
    lastHead = head;
    if (verified && !wentBack) return true;
    Optional<BlockHeader> first = node.block(0);
    if (first.isEmpty()) return true;
    Optional<Hash32> known = progress.genesis(node.id());
    if (known.isPresent() && !known.get().equals(first.get().hash())) {
      stop(first.get().hash(), known.get());
      return false;
    }
    if (known.isEmpty()) progress.genesis(node.id(), first.get().hash());
    verified = true;
    return true;
  }

  private void stop(Hash32 theirs, Hash32 ours) {
    progress.halt(
        node.id(),
        "the node answers for another chain of this id: its first block is %s, that of the indexed chain %s"
            .formatted(theirs, ours));
  }
}
