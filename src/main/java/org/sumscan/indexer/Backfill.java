package org.sumscan.indexer;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.sumscan.chain.ChainNode;
import org.sumscan.chain.LogAnswer;
import org.sumscan.kernel.BlockHeader;
import org.sumscan.kernel.BlockRange;
import org.sumscan.kernel.BlockRef;
import org.sumscan.ledger.TimedLog;
import org.sumscan.ledger.schedule.Lease;
import org.sumscan.ledger.schedule.Refetch;
import org.sumscan.ledger.write.Batch;
import org.sumscan.ledger.write.ParentMismatch;

/** Fills the gaps among final blocks, a range at a time; any number may do so at once. */
final class Backfill {

  /** So many answers, each bounded in size, are held in memory at once, over all chains. */
  private static final Semaphore FETCHES = new Semaphore(6);

  private static final int BROKEN_SEAMS_TO_STOP = 3;

  private static final int BLOCKS_BY_HASH = 64;

  private final ChainNode node;
  private final IndexStores stores;
  private final String holder;
  private final Duration leaseTime;
  private int brokenSeams;

  Backfill(ChainNode node, IndexStores stores, String holder, Duration leaseTime) {
    this.node = node;
    this.stores = stores;
    this.holder = holder;
    this.leaseTime = leaseTime;
  }

  /**
   * Indexes the first gap, or its beginning.
   *
   * @return whether there was one
   */
  boolean step() {
    Optional<Lease> lease = nextLease();
    if (lease.isEmpty()) return false;
    try {
      Batch batch = fetch(lease.get().range());
      stores.ledger().append(lease.get(), batch);
      brokenSeams = 0;
      return true;
    } catch (ParentMismatch mismatch) {
      if (++brokenSeams >= BROKEN_SEAMS_TO_STOP) {
        stores
            .progress()
            .halt(
                node.id(),
                mismatch.getMessage() + " Final blocks were replaced, which must never happen");
      }
      throw mismatch;
    } finally {
      stores.leases().release(lease.get());
    }
  }

  private Optional<Lease> nextLease() {
    List<BlockHeader> recent = stores.ledger().recentBlocks(node.id());
    if (recent.isEmpty()) return Optional.empty();
    long upTo = Math.min(stores.progress().finalized(node.id()), recent.getLast().number());
    return stores.leases().nextRange(node.id(), upTo, node.blocksAtOnce(), holder, leaseTime);
  }

  private Batch fetch(BlockRange range) {
    FETCHES.acquireUninterruptibly();
    try {
      BlockHeader first = LogsOfBlocks.header(node, range.from());
      LogAnswer answer = node.logs(range);
      BlockRange covered = answer.range();
      BlockHeader last = covered.length() == 1 ? first : LogsOfBlocks.header(node, covered.to());
      List<TimedLog> logs = LogsOfBlocks.timed(node, answer, List.of(first, last));
      return new Batch(
          covered, first.parent(), last, List.of(), answer.endpoint(), answer.proof(), logs);
    } finally {
      FETCHES.release();
    }
  }

  /**
   * Fetches some of what was not kept of a model before it was listed.
   *
   * @return whether there was anything
   */
  boolean refetchStep() {
    Optional<Refetch> next = stores.refetches().next(node.id());
    if (next.isEmpty()) return false;
    Refetch refetch = next.get();
    Optional<LogAnswer> answer = fetchAgain(refetch);
    if (answer.isEmpty()) return false;
    List<TimedLog> logs =
        LogsOfBlocks.timed(node, answer.get(), List.of()).stream()
            .filter(log -> refetch.emitters().contains(log.raw().emitter()))
            .toList();
    stores.ledger().refill(refetch.upTo(answer.get().range().to()), logs);
    return true;
  }

  /** Final blocks by their numbers, others by the hashes that the ledger has of them. */
  private Optional<LogAnswer> fetchAgain(Refetch refetch) {
    BlockRange range = refetch.range();
    long finalized = stores.progress().finalized(node.id());
    if (range.from() <= finalized) {
      BlockRange settled = new BlockRange(range.from(), Math.min(range.to(), finalized));
      return Optional.of(node.logs(settled, refetch.emitters()));
    }
    List<BlockRef> blocks =
        stores.ledger().recentBlocks(node.id()).stream()
            .map(BlockHeader::block)
            .filter(block -> range.contains(block.number()))
            .limit(BLOCKS_BY_HASH)
            .toList();
    if (blocks.isEmpty() || blocks.getFirst().number() != range.from()) return Optional.empty();
    return Optional.of(node.logs(blocks));
  }
}
