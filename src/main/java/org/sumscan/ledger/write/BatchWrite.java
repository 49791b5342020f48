package org.sumscan.ledger.write;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.sumscan.kernel.BlockHeader;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.Hash32;
import org.sumscan.ledger.open.OpenRows;
import org.sumscan.ledger.schedule.Lease;
import org.sumscan.ledger.schedule.Leases;
import org.sumscan.ledger.sql.ChainLock;
import org.sumscan.ledger.sql.Sql;
import org.sumscan.ledger.totals.Totals;
import org.sumscan.ledger.unlisted.UnlistedLogQuota;
import org.sumscan.ledger.unlisted.UnlistedLogs;

/** One batch on its way into the ledger, within one transaction. */
final class BatchWrite {

  private final Connection connection;
  private final Lease lease;
  private final Batch batch;
  private final ChainId chain;
  private final UnlistedLogQuota quota;
  private final Consumer<WriteStep> steps;

  BatchWrite(
      Connection connection,
      Lease lease,
      Batch batch,
      UnlistedLogQuota quota,
      Consumer<WriteStep> steps) {
    this.connection = connection;
    this.lease = lease;
    this.batch = batch;
    this.chain = lease.chain();
    this.quota = quota;
    this.steps = steps;
  }

  /**
   * Writes everything.
   *
   * @return false if someone was listed since the rows were made, so that they must be made again
   */
  boolean run(ListingSnapshot listed, Rows rows, @Nullable BlockHeader ancestor)
      throws SQLException {
    if (ancestor == null) {
      if (ChainLock.shared(connection, chain) != listed.version()) return false;
    } else {
      ChainLock.exclusively(connection, chain);
      if (ListingSnapshot.of(connection, chain).version() != listed.version()) return false;
    }
    holdLease();
    if (ancestor != null) Rollback.above(connection, chain, ancestor);
    copy(rows);
    steps.accept(WriteStep.BETWEEN_COPY_AND_COVERAGE);
    ChainLock.tail(connection, chain);
    UnlistedLogs.keep(connection, chain, rows.unlistedLogs(), quota);
    Totals.add(connection, rows.totals());
    OpenRows.arrived(
        connection,
        chain,
        new OpenRows.Arrival(batch.range(), rows.hasClaims(), rows.mayReplaceSamples()));
    requireSeams();
    cover();
    steps.accept(WriteStep.BEFORE_COMMIT);
    return true;
  }

  private void holdLease() throws SQLException {
    Leases.hold(connection, lease);
    if (batch.range().from() < lease.range().from() || batch.range().to() > lease.range().to()) {
      throw new IllegalArgumentException("a batch outside its lease: " + batch.range());
    }
  }

  private void copy(Rows rows) throws SQLException {
    Sql.copy(connection, RowEncoding.SAMPLE, rows.samples());
    Sql.copy(connection, RowEncoding.OPEN_SAMPLE, rows.openSamples());
    Sql.copy(connection, RowEncoding.CLAIM, rows.claims());
    Sql.copy(connection, RowEncoding.QUARANTINE, rows.quarantine());
  }

  private void requireSeams() throws SQLException {
    requireHash("to_block", batch.range().from() - 1, "to_hash", batch.fromParent());
    requireHash("from_block", batch.range().to() + 1, "from_parent", batch.last().hash());
  }

  private void requireHash(String where, long block, String column, Hash32 expected)
      throws SQLException {
    List<Hash32> found =
        Sql.query(
            connection,
            "select %s from coverage where chain_id = ? and %s = ?".formatted(column, where),
            row -> Hash32.of(row.getBytes(1)),
            chain.value(),
            block);
    if (!found.isEmpty() && !found.getFirst().equals(expected)) throw new ParentMismatch(block);
  }

  private void cover() throws SQLException {
    CoverageRows.insert(connection, chain, batch);
    if (batch.blocks().isEmpty()) {
      Sql.update(connection, "delete from lease where id = ?", lease.token());
    } else {
      BlockRows.insert(connection, chain, batch.blocks());
    }
  }
}
