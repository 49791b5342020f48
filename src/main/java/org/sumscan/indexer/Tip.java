package org.sumscan.indexer;

import java.time.Duration;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sumscan.chain.ChainNode;
import org.sumscan.chain.LogAnswer;
import org.sumscan.indexer.audit.ChainIdentity;
import org.sumscan.kernel.BlockHeader;
import org.sumscan.kernel.BlockRange;
import org.sumscan.kernel.BlockRef;
import org.sumscan.ledger.TimedLog;
import org.sumscan.ledger.coverage.ChainProgress;
import org.sumscan.ledger.schedule.Lease;
import org.sumscan.ledger.schedule.Leases;
import org.sumscan.ledger.write.Batch;
import org.sumscan.ledger.write.Ledger;

/**
 * Follows the newest blocks of a chain, each by its hash, and leaves a branch when the chain does.
 */
final class Tip {

  /** So many blocks are asked for and committed at once. */
  private static final int BLOCKS = 64;

  /** So far behind what is final it is faster to let {@link Backfill} close the gap. */
  private static final long FAR_BEHIND = 512;

  /** So often in a row a node must say that final blocks were replaced before it is believed. */
  private static final int DENIALS_TO_STOP = 3;

  /** So often an embedded node must say so: it is empty for a moment after it was started again. */
  private static final int DENIALS_TO_RECONCILE = 15;

  /** So often in a row a head must be below what is known: nodes behind one address take turns. */
  private static final int STEPS_BEHIND_TO_TELL = 20;

  /** Short, since it is renewed at every step: what a killed instance held comes free soon. */
  private static final Duration LEASE = Duration.ofSeconds(15);

  private final ChainNode node;
  private final Ledger ledger;
  private final Leases leases;
  private final ChainProgress progress;
  private final String holder;
  private @Nullable BlockHeader lastHead;
  private int denials;
  private int behind;
  private final ChainIdentity identity;
  private long settledAt = -1;

  Tip(ChainNode node, IndexStores stores, String holder) {
    this.node = node;
    this.ledger = stores.ledger();
    this.leases = stores.leases();
    this.progress = stores.progress();
    this.holder = holder;
    this.identity = new ChainIdentity(node, stores.progress());
  }

  /**
   * Takes the next blocks of the node's branch, if this instance is the one to do it.
   *
   * @return whether there were any
   */
  boolean step() {
    Optional<Lease> lease = leases.tip(node.id(), holder, LEASE);
    if (lease.isEmpty()) return false;
    BlockHeader head = node.head();
    boolean embedded = node.configuration().embedded();
    if (!embedded && !identity.holds(head)) return false;
    long finalized = finalized(head);
    NavigableMap<Long, BlockHeader> stored = stored();
    if (stored.isEmpty()) {
      ledger.anchor(lease.get(), anchor(head, finalized));
      return true;
    }
    return follow(lease.get(), head, finalized, stored);
  }

  /** The highest block that was ever final; asked for when the head has moved. */
  private long finalized(BlockHeader head) {
    if (!head.equals(lastHead)) {
      long number = Math.min(node.finalized().number(), head.number());
      progress.sawHead(node.id(), head, number);
      lastHead = head;
    }
    return progress.finalized(node.id());
  }

  private NavigableMap<Long, BlockHeader> stored() {
    NavigableMap<Long, BlockHeader> stored = new TreeMap<>();
    for (BlockHeader block : ledger.recentBlocks(node.id())) stored.put(block.number(), block);
    return stored;
  }

  /** Where to begin: the newest final block, or the one before the first that is wanted. */
  private BlockHeader anchor(BlockHeader head, long finalized) {
    long wanted = node.configuration().startBlock() - 1;
    long number = Math.max(finalized, Math.min(wanted, head.number()));
    return LogsOfBlocks.header(node, number);
  }

  private boolean follow(
      Lease lease, BlockHeader head, long finalized, NavigableMap<Long, BlockHeader> stored) {
    BlockHeader tip = stored.lastEntry().getValue();
    if (head.number() < stored.firstKey() && !node.configuration().embedded()) {
      return wentBack(head, stored.firstKey());
    }
    behind = head.number() < tip.number() ? behind + 1 : 0;
    BlockHeader shared = lastShared(head, stored);
    if (shared == null) {
      boolean embedded = node.configuration().embedded();
      if (++denials < (embedded ? DENIALS_TO_RECONCILE : DENIALS_TO_STOP)) {
        throw new LogsOfBlocks.Unfit("no block of ours is known");
      }
      if (embedded) {
        // Its only node is ours, died, and came back without what it had not saved.
        new Reconciliation(node, ledger, progress).run();
        denials = 0;
        return true;
      }
      String why =
          "the node's branch left ours at or below block %d, which was final"
              .formatted(stored.firstKey());
      progress.halt(node.id(), why);
      return false;
    }
    denials = 0;
    if (shared.equals(tip) && finalized - tip.number() > FAR_BEHIND) {
      ledger.anchor(lease, LogsOfBlocks.header(node, finalized));
      return true;
    }
    boolean took = shared.number() < head.number() && take(lease, shared, tip, head);
    // What is above the shared block is not on the node's branch, so nothing of it is final.
    if (took || shared.equals(tip)) settle(finalized);
    if (behind >= STEPS_BEHIND_TO_TELL) throw behind(head, tip.number());
    return took;
  }

  /**
   * The node's newest block is below one that was final. It may only lag, so nothing is done but to
   * say it, unless it denies a block that is indexed.
   */
  private boolean wentBack(BlockHeader head, long known) {
    for (BlockRef block : ledger.knownBlocks(node.id(), head.number() + 1, 1)) {
      Optional<BlockHeader> theirs = node.block(block.number());
      if (theirs.isEmpty() || theirs.get().block().equals(block)) continue;
      if (++denials >= DENIALS_TO_STOP) {
        progress.halt(
            node.id(),
            "the node has another block %d than the indexed one, which was final"
                .formatted(block.number()));
        return false;
      }
    }
    if (++behind < STEPS_BEHIND_TO_TELL) return false;
    throw behind(head, known);
  }

  private static LogsOfBlocks.Unfit behind(BlockHeader head, long known) {
    return new LogsOfBlocks.Unfit(
        "the node has gone back: its newest block is %d, and block %d was known. If it does not"
                .formatted(head.number(), known)
            + " catch up, it lags, or an older state of the chain was restored");
  }

  /**
   * The newest stored block that is on the node's branch too: compared at the same height, since a
   * lower head alone is no other branch. Null if not even the lowest is.
   */
  private @Nullable BlockHeader lastShared(
      BlockHeader head, NavigableMap<Long, BlockHeader> stored) {
    long tip = stored.lastKey();
    if (head.number() <= tip) {
      BlockHeader same = stored.get(head.number());
      // A node that is merely behind has our branch; nothing is known against the rest of ours.
      if (same != null && same.hash().equals(head.hash())) return stored.get(tip);
    }
    for (BlockHeader block : stored.headMap(head.number(), true).descendingMap().values()) {
      Optional<BlockHeader> theirs =
          block.number() == head.number() ? Optional.of(head) : node.block(block.number());
      if (theirs.isEmpty()) throw new LogsOfBlocks.Unfit("the node lacks block " + block.number());
      if (theirs.get().hash().equals(block.hash())) return block;
    }
    return null;
  }

  private boolean take(Lease lease, BlockHeader shared, BlockHeader tip, BlockHeader head) {
    long to = Math.min(head.number(), shared.number() + BLOCKS);
    BlockRange range = new BlockRange(shared.number() + 1, to);
    List<BlockHeader> run = node.headers(range);
    if (run.isEmpty()) return false;
    LogsOfBlocks.requireRun(shared.hash(), run, range);
    LogAnswer answer = node.logs(run.stream().map(BlockHeader::block).toList());
    List<BlockHeader> taken = run.subList(0, (int) answer.range().length());
    List<TimedLog> logs = LogsOfBlocks.timed(node, answer, taken);
    Batch batch =
        new Batch(
            answer.range(),
            shared.hash(),
            taken.getLast(),
            taken,
            answer.endpoint(),
            answer.proof(),
            logs);
    if (shared.equals(tip)) ledger.append(lease, batch);
    else ledger.replace(lease, shared, batch);
    return true;
  }

  private void settle(long finalized) {
    if (finalized == settledAt) return;
    ledger.settle(node.id(), finalized);
    settledAt = finalized;
  }
}
