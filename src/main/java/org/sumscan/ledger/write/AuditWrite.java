package org.sumscan.ledger.write;

import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.BlockHeader;
import org.sumscan.kernel.BlockRange;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.LogPosition;
import org.sumscan.kernel.ProofLevel;
import org.sumscan.ledger.TimedLog;
import org.sumscan.ledger.open.OpenRows;
import org.sumscan.ledger.sql.BinaryCopy;
import org.sumscan.ledger.sql.Sql;
import org.sumscan.ledger.totals.Totals;
import org.sumscan.ledger.unlisted.UnlistedLogQuota;
import org.sumscan.ledger.unlisted.UnlistedLogs;
import org.sumscan.ledger.write.AuditedBlocks.Outcome;
import org.sumscan.ledger.write.CoverageRow.Last;
import org.sumscan.ledger.write.CoverageRow.Standing;

/**
 * Compares what an audit has found with the rows, puts these right where they differ, and writes
 * how sure the blocks are, all within one transaction that holds the chain exclusively.
 */
final class AuditWrite {

  private static final String SAMPLE_FIELDS =
      "block_number, log_index, model_id, block_time, block_hash, transaction_hash, sender,"
          + " sample_key, label, added_time, deposit, features";

  /** Without the link to the sample, which is found later. */
  private static final String CLAIM_FIELDS =
      "block_number, log_index, model_id, kind, block_time, block_hash, transaction_hash, claimant,"
          + " amount";

  private static final String QUARANTINE_FIELDS = "block_number, log_index, block_hash";

  private final Connection connection;
  private final ChainId chain;
  private final AuditedBlocks audited;
  private final BlockRange range;

  AuditWrite(Connection connection, ChainId chain, AuditedBlocks audited) {
    this.connection = connection;
    this.chain = chain;
    this.audited = audited;
    this.range = audited.range();
  }

  Outcome run(UnlistedLogQuota quota) throws SQLException {
    List<CoverageRow> covered = CoverageRows.of(connection, chain, range);
    if (covered.isEmpty() || !isOf(covered)) return Outcome.OUTDATED;
    Rows rows = Rows.of(ListingSnapshot.of(connection, chain), audited.logs());
    boolean differs =
        differs(RowEncoding.SAMPLE, SAMPLE_FIELDS, rows.samples())
            || differs(RowEncoding.CLAIM, CLAIM_FIELDS, rows.claims())
            || differs(RowEncoding.QUARANTINE, QUARANTINE_FIELDS, rows.quarantine());
    List<TimedLog> unlisted = missing(rows.unlistedLogs());
    if (differs) {
      for (BlockRange known : known()) Rollback.rowsOf(connection, chain, known);
      write(rows);
    }
    UnlistedLogs.keep(connection, chain, unlisted, quota);
    CoverageRows.replace(connection, chain, covered, pieces(covered), audited.headers().getLast());
    return differs || !unlisted.isEmpty() ? Outcome.REPAIRED : Outcome.CONFIRMED;
  }

  /** Whether the covered blocks are these very ones. */
  private boolean isOf(List<CoverageRow> covered) {
    if (covered.getFirst().range().from() != range.from()) return false;
    if (!covered.getFirst().parent().equals(audited.headers().getFirst().parent())) return false;
    for (CoverageRow row : covered) {
      if (row.range().to() > range.to()) continue;
      BlockHeader header = audited.headers().get((int) (row.range().to() - range.from()));
      if (!row.last().hash().equals(header.hash())) return false;
    }
    return true;
  }

  private boolean differs(String table, String fields, BinaryCopy rows) throws SQLException {
    String name = table.substring(0, table.indexOf(' '));
    String stored =
        """
        select %s from %s where chain_id = %d and block_number between %d and %d
          and block_number <> all (?)
        """
            .formatted(fields, name, chain.value(), range.from(), range.to());
    Array unknown = connection.createArrayOf("bigint", audited.unknown().toArray());
    if (rows.rows() == 0) {
      String any = "select 1 from (%s) s limit 1".formatted(stored);
      return !Sql.query(connection, any, row -> 1, unknown).isEmpty();
    }
    String columns = table.substring(table.indexOf('(') + 1, table.lastIndexOf(')'));
    Sql.update(
        connection,
        "create temporary table audited on commit drop as select %s from %s with no data"
            .formatted(columns, name));
    Sql.copy(connection, "audited (" + columns + ")", rows);
    String proven = "select %s from audited".formatted(fields);
    String difference =
        "select 1 from ((%1$s except %2$s) union all (%2$s except %1$s)) d limit 1"
            .formatted(stored, proven);
    boolean differs = !Sql.query(connection, difference, row -> 1, unknown, unknown).isEmpty();
    Sql.update(connection, "drop table audited");
    return differs;
  }

  private void write(Rows rows) throws SQLException {
    Sql.copy(connection, RowEncoding.SAMPLE, rows.samples());
    Sql.copy(connection, RowEncoding.OPEN_SAMPLE, rows.openSamples());
    Sql.copy(connection, RowEncoding.CLAIM, rows.claims());
    Sql.copy(connection, RowEncoding.QUARANTINE, rows.quarantine());
    Totals.add(connection, rows.totals());
    OpenRows.arrived(
        connection, chain, new OpenRows.Arrival(range, rows.hasClaims(), rows.mayReplaceSamples()));
  }

  /** The blocks whose logs are known, in runs. */
  private List<BlockRange> known() {
    return runs(audited.unknown());
  }

  private List<BlockRange> runs(Set<Long> without) {
    List<BlockRange> runs = new ArrayList<>();
    long from = range.from();
    for (long number = range.from(); number <= range.to() + 1; number++) {
      if (number <= range.to() && !without.contains(number)) continue;
      if (from < number) runs.add(new BlockRange(from, number - 1));
      from = number + 1;
    }
    return runs;
  }

  /** Logs of contracts that are not listed, but for those that the quota has kept out. */
  private List<TimedLog> missing(List<TimedLog> unlisted) throws SQLException {
    if (unlisted.isEmpty()) return unlisted;
    Set<LogPosition> there =
        new HashSet<>(
            Sql.query(
                connection,
                """
                select block_number, log_index from unlisted_log
                where chain_id = ? and block_number between ? and ?
                """,
                row -> new LogPosition(row.getLong(1), row.getInt(2)),
                chain.value(),
                range.from(),
                range.to()));
    Set<Address> full =
        new HashSet<>(
            Sql.query(
                connection,
                """
                select e.address from emitter e join chain c on c.id = e.chain_id
                where c.id = ? and least(e.overflow_from, c.overflow_from) <= ?
                """,
                row -> Address.of(row.getBytes(1)),
                chain.value(),
                range.to()));
    return unlisted.stream()
        .filter(log -> !there.contains(log.raw().position()))
        .filter(log -> !full.contains(log.raw().emitter()))
        .toList();
  }

  private List<CoverageRow> pieces(List<CoverageRow> covered) throws SQLException {
    @Nullable Timestamp checked = audited.proof() == ProofLevel.PROVEN ? null : now();
    Standing standing = new Standing(audited.proof(), audited.doubted(), checked);
    List<CoverageRow> pieces = new ArrayList<>();
    for (BlockRange run : runs(audited.missing())) {
      BlockHeader first = audited.headers().get((int) (run.from() - range.from()));
      BlockHeader last = audited.headers().get((int) (run.to() - range.from()));
      long logs =
          audited.logs().stream().filter(log -> run.contains(log.raw().block().number())).count();
      String endpoint = covered.getFirst().endpoint();
      pieces.add(new CoverageRow(run, first.parent(), Last.of(last), endpoint, logs, standing));
    }
    return pieces;
  }

  private Timestamp now() throws SQLException {
    return Sql.query(connection, "select now()", row -> row.getTimestamp(1)).getFirst();
  }
}
