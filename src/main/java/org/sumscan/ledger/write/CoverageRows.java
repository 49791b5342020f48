package org.sumscan.ledger.write;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.sumscan.kernel.BlockHeader;
import org.sumscan.kernel.BlockRange;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.ProofLevel;
import org.sumscan.ledger.sql.Sql;

/** The rows that say which blocks are indexed. */
final class CoverageRows {

  /** So many rows are not worth joining. */
  private static final int FEW = 64;

  private static final String HOSTS = ", ";

  private CoverageRows() {}

  private record Row(
      long from,
      long to,
      Hash32 parent,
      Hash32 hash,
      long time,
      String endpoint,
      long logs,
      ProofLevel proof) {

    boolean isContinuedBy(Row next) {
      return to + 1 == next.from && hash.equals(next.parent);
    }

    /**
     * As sure as the less sure of the two: else rows of all kinds in turn could never be joined.
     */
    Row joined(Row next) {
      return new Row(
          from,
          next.to,
          parent,
          next.hash,
          next.time,
          hosts(next),
          logs + next.logs,
          proof.weaker(next.proof));
    }

    /** All that had a part in it: they take turns, so that rows of each alone would pile up. */
    private String hosts(Row next) {
      if (endpoint.equals(next.endpoint)) return endpoint;
      Set<String> hosts = new TreeSet<>(List.of(endpoint.split(HOSTS)));
      hosts.addAll(List.of(next.endpoint.split(HOSTS)));
      return String.join(HOSTS, hosts);
    }
  }

  /** Covers a final range by one row, and blocks that may still change by one each. */
  static void insert(Connection connection, ChainId chain, Batch batch) throws SQLException {
    if (batch.blocks().isEmpty()) {
      Row row = row(batch.range(), batch.fromParent(), batch.last(), batch, batch.logs().size());
      insert(connection, chain, List.of(row));
      return;
    }
    Map<Long, Long> logs =
        batch.logs().stream()
            .collect(
                Collectors.groupingBy(log -> log.raw().block().number(), Collectors.counting()));
    List<Row> rows = new ArrayList<>();
    for (BlockHeader block : batch.blocks()) {
      BlockRange one = new BlockRange(block.number(), block.number());
      long count = logs.getOrDefault(block.number(), 0L);
      rows.add(row(one, block.parent(), block, batch, count));
    }
    insert(connection, chain, rows);
  }

  private static Row row(
      BlockRange range, Hash32 fromParent, BlockHeader last, Batch batch, long logs) {
    return new Row(
        range.from(),
        range.to(),
        fromParent,
        last.hash(),
        last.time(),
        batch.endpoint(),
        logs,
        batch.proof());
  }

  private static void insert(Connection connection, ChainId chain, List<Row> rows)
      throws SQLException {
    List<Object[]> values = new ArrayList<>();
    for (Row row : rows) {
      values.add(
          new Object[] {
            chain.value(),
            row.from(),
            row.to(),
            row.parent().bytes(),
            row.hash().bytes(),
            row.time(),
            row.endpoint(),
            row.logs(),
            row.proof().text()
          });
    }
    Sql.updateAll(
        connection,
        """
        insert into coverage (chain_id, from_block, to_block, from_parent, to_hash, to_time,
          endpoint, logs, proof)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        values);
  }

  /** Joins final ranges that continue one another, once there are many. */
  static void compact(Connection connection, ChainId chain, long finalized) throws SQLException {
    List<Row> rows =
        Sql.query(
            connection,
            """
            select from_block, to_block, from_parent, to_hash, to_time, endpoint, logs, proof
            from coverage where chain_id = ? and to_block <= ? order by from_block
            """,
            row ->
                new Row(
                    row.getLong(1),
                    row.getLong(2),
                    Hash32.of(row.getBytes(3)),
                    Hash32.of(row.getBytes(4)),
                    row.getLong(5),
                    row.getString(6),
                    row.getLong(7),
                    ProofLevel.named(row.getString(8))),
            chain.value(),
            finalized);
    List<Row> joined = join(rows);
    if (rows.size() - joined.size() < FEW) return;
    Sql.update(
        connection,
        "delete from coverage where chain_id = ? and to_block <= ?",
        chain.value(),
        finalized);
    insert(connection, chain, joined);
  }

  private static List<Row> join(List<Row> rows) {
    List<Row> joined = new ArrayList<>();
    for (Row row : rows) {
      if (!joined.isEmpty() && joined.getLast().isContinuedBy(row)) {
        joined.set(joined.size() - 1, joined.getLast().joined(row));
      } else {
        joined.add(row);
      }
    }
    return joined;
  }
}
