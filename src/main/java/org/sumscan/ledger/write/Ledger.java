package org.sumscan.ledger.write;

import java.util.List;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.sumscan.kernel.BlockHeader;
import org.sumscan.kernel.BlockRef;
import org.sumscan.kernel.ChainId;
import org.sumscan.ledger.LedgerChanged;
import org.sumscan.ledger.TimedLog;
import org.sumscan.ledger.open.OpenRows;
import org.sumscan.ledger.schedule.Lease;
import org.sumscan.ledger.schedule.LeaseLost;
import org.sumscan.ledger.schedule.Leases;
import org.sumscan.ledger.schedule.Refetch;
import org.sumscan.ledger.schedule.Refetches;
import org.sumscan.ledger.sql.ChainLock;
import org.sumscan.ledger.sql.DatabaseTransaction;
import org.sumscan.ledger.sql.Sql;
import org.sumscan.ledger.totals.Totals;
import org.sumscan.ledger.unlisted.UnlistedLogQuota;

/**
 * Writes batches of blocks: their rows, what they cover and the writer's right to do so go into one
 * transaction, so that after any failure the ledger itself says what is in it.
 */
@Component
public class Ledger {

  private final DataSource source;
  private final Consumer<LedgerChanged> changes;
  private final Consumer<WriteStep> steps;
  private final UnlistedLogQuota quota;

  /** Writes to that database and announces each commit. */
  @Autowired
  public Ledger(DataSource source, ApplicationEventPublisher publisher) {
    this(source, publisher::publishEvent, step -> {}, UnlistedLogQuota.USUAL);
  }

  /**
   * Writes to that database.
   *
   * @param steps is called at each step of a write
   * @param quota for contracts that are not listed
   */
  public Ledger(
      DataSource source,
      Consumer<LedgerChanged> changes,
      Consumer<WriteStep> steps,
      UnlistedLogQuota quota) {
    this.source = source;
    this.changes = changes;
    this.steps = steps;
    this.quota = quota;
  }

  /** Makes a chain known, or gives it another name or first block. */
  public void register(ChainId chain, String name, long firstBlock) {
    transaction(
        connection -> {
          Sql.update(
              connection,
              """
              insert into chain (id, name, first_block) values (?, ?, ?)
              on conflict (id) do update set name = excluded.name, first_block = excluded.first_block
              where (chain.name, chain.first_block) <> (excluded.name, excluded.first_block)
              """,
              chain.value(),
              name,
              firstBlock);
          Sql.update(
              connection,
              "insert into chain_head (chain_id) values (?) on conflict do nothing",
              chain.value());
          return true;
        });
  }

  /**
   * Appends the blocks of a lease, or of its beginning.
   *
   * @throws LeaseLost if the lease has run out
   * @throws ParentMismatch if the blocks do not continue those beside them
   */
  public void append(Lease lease, Batch batch) {
    write(lease, batch, null);
  }

  /**
   * Lets every block above the ancestor leave, and others take their place, as one change.
   *
   * @throws LeaseLost if the lease has run out
   * @throws ParentMismatch if the blocks do not continue those beside them
   */
  public void replace(Lease lease, BlockHeader ancestor, Batch batch) {
    write(lease, batch, ancestor);
  }

  private void write(
      Lease lease, Batch batch, @org.jspecify.annotations.Nullable BlockHeader ancestor) {
    boolean written = false;
    while (!written) {
      ListingSnapshot listed =
          transaction(connection -> ListingSnapshot.of(connection, lease.chain()));
      Rows rows = Rows.of(listed, batch.logs());
      steps.accept(WriteStep.BEFORE_COPY);
      written =
          transaction(
              connection ->
                  new BatchWrite(connection, lease, batch, quota, steps)
                      .run(listed, rows, ancestor));
    }
    steps.accept(WriteStep.AFTER_COMMIT);
    changes.accept(new LedgerChanged(lease.chain()));
  }

  /**
   * Takes a block as the place that the newest blocks are followed from, without saying that it is
   * indexed; what was remembered of earlier ones is dropped.
   *
   * @throws LeaseLost if the lease has run out, since another instance may have anchored meanwhile
   */
  public void anchor(Lease lease, BlockHeader block) {
    ChainId chain = lease.chain();
    transaction(
        connection -> {
          Leases.hold(connection, lease);
          Sql.update(connection, "delete from block where chain_id = ?", chain.value());
          BlockRows.insert(connection, chain, List.of(block));
          return true;
        });
  }

  /**
   * Lets every block above the ancestor leave with nothing in their place: only for a chain whose
   * one node is ours and has lost them.
   *
   * @param ancestor the last block that stays; null if none does
   */
  public void forget(ChainId chain, @org.jspecify.annotations.Nullable BlockHeader ancestor) {
    transaction(
        connection -> {
          ChainLock.exclusively(connection, chain);
          Rollback.above(connection, chain, ancestor);
          if (ancestor != null) BlockRows.remember(connection, chain, ancestor);
          return true;
        });
    changes.accept(new LedgerChanged(chain));
  }

  /**
   * Keeps the rows of a model that were not kept while it was not listed; nothing if the chain was
   * rolled back since the range was handed out, so that it is fetched once more.
   */
  public void refill(Refetch refetch, List<TimedLog> logs) {
    transaction(
        connection -> {
          ListingSnapshot listed = ListingSnapshot.of(connection, refetch.chain());
          ChainLock.shared(connection, refetch.chain());
          ChainLock.tail(connection, refetch.chain());
          if (ChainLock.reorgCount(connection, refetch.chain()) != refetch.reorgCount())
            return false;
          Rows rows = Rows.of(listed.only(refetch.model()), logs);
          Sql.copyMissing(connection, RowEncoding.SAMPLE, rows.samples());
          Sql.copyMissing(connection, RowEncoding.CLAIM, rows.claims());
          Sql.copyMissing(connection, RowEncoding.QUARANTINE, rows.quarantine());
          Totals.recount(connection, refetch.model());
          OpenRows.refilled(connection, refetch.chain(), refetch.model(), refetch.range());
          Refetches.shorten(connection, refetch);
          return true;
        });
    changes.accept(new LedgerChanged(refetch.chain()));
  }

  /**
   * Compares what an audit has found with the rows of these blocks, puts the rows right where they
   * differ, and notes how sure the blocks are now.
   */
  public AuditedBlocks.Outcome audited(ChainId chain, AuditedBlocks blocks) {
    AuditedBlocks.Outcome outcome =
        transaction(
            connection -> {
              ChainLock.exclusively(connection, chain);
              return new AuditWrite(connection, chain, blocks).run(quota);
            });
    if (outcome == AuditedBlocks.Outcome.REPAIRED) changes.accept(new LedgerChanged(chain));
    return outcome;
  }

  /** The blocks that may still change, and the one below them, in order. */
  public List<BlockHeader> recentBlocks(ChainId chain) {
    return transaction(connection -> BlockRows.all(connection, chain));
  }

  /** Forgets the hashes of blocks below a final one, and joins the ranges up to it. */
  public void settle(ChainId chain, long finalized) {
    transaction(
        connection -> {
          ChainLock.tail(connection, chain);
          BlockRows.prune(connection, chain, finalized);
          CoverageRows.compact(connection, chain, finalized);
          return true;
        });
  }

  /** Some blocks of which rows or ranges tell the hash, the highest first, below a height. */
  public List<BlockRef> knownBlocks(ChainId chain, long below, int limit) {
    return transaction(connection -> BlockRows.known(connection, chain, below, limit));
  }

  private <T> T transaction(DatabaseTransaction.Work<T> work) {
    return DatabaseTransaction.run(source, work);
  }
}
