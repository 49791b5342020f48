package org.sumscan.ledger.write;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sumscan.kernel.BlockHeader;
import org.sumscan.kernel.BlockRange;
import org.sumscan.kernel.ChainId;
import org.sumscan.ledger.sql.Sql;
import org.sumscan.ledger.write.CoverageRow.Last;
import org.sumscan.ledger.write.CoverageRow.Standing;

/** The rows that say which blocks are indexed. */
final class CoverageRows {

  /** So many rows are not worth joining. */
  private static final int FEW = 64;

  private CoverageRows() {}

  /** Covers a final range by one row, and blocks that may still change by one each. */
  static void insert(Connection connection, ChainId chain, Batch batch) throws SQLException {
    Standing standing = Standing.fetched(batch.proof());
    if (batch.blocks().isEmpty()) {
      CoverageRow row =
          new CoverageRow(
              batch.range(),
              batch.fromParent(),
              Last.of(batch.last()),
              batch.endpoint(),
              batch.logs().size(),
              standing);
      insert(connection, chain, List.of(row));
      return;
    }
    Map<Long, Long> logs =
        batch.logs().stream()
            .collect(
                Collectors.groupingBy(log -> log.raw().block().number(), Collectors.counting()));
    List<CoverageRow> rows = new ArrayList<>();
    for (BlockHeader block : batch.blocks()) {
      BlockRange one = new BlockRange(block.number(), block.number());
      long count = logs.getOrDefault(block.number(), 0L);
      rows.add(
          new CoverageRow(one, block.parent(), Last.of(block), batch.endpoint(), count, standing));
    }
    insert(connection, chain, rows);
  }

  private static void insert(Connection connection, ChainId chain, List<CoverageRow> rows)
      throws SQLException {
    List<@Nullable Object[]> values = new ArrayList<>();
    for (CoverageRow row : rows) values.add(row.values(chain));
    Sql.updateAll(
        connection,
        "insert into coverage (chain_id, %s) values (%s)"
            .formatted(CoverageRow.COLUMNS, String.join(", ", Collections.nCopies(11, "?"))),
        values);
  }

  /** Joins final ranges that continue one another, once there are many. */
  static void compact(Connection connection, ChainId chain, long finalized) throws SQLException {
    List<CoverageRow> rows = within(connection, chain, 0, finalized);
    List<CoverageRow> joined = join(rows);
    if (rows.size() - joined.size() < FEW) return;
    delete(connection, chain, 0, finalized);
    insert(connection, chain, joined);
  }

  private static List<CoverageRow> join(List<CoverageRow> rows) {
    List<CoverageRow> joined = new ArrayList<>();
    for (CoverageRow row : rows) {
      if (!joined.isEmpty() && joined.getLast().isJoinedWith(row)) {
        joined.set(joined.size() - 1, joined.getLast().joined(row));
      } else {
        joined.add(row);
      }
    }
    return joined;
  }

  /** The rows of blocks that an audit has looked at; empty unless they cover all of them. */
  static List<CoverageRow> of(Connection connection, ChainId chain, BlockRange range)
      throws SQLException {
    List<CoverageRow> rows =
        Sql.query(
            connection,
            """
            select %s from coverage
            where chain_id = ? and to_block >= ? and from_block <= ? order by from_block
            """
                .formatted(CoverageRow.COLUMNS),
            CoverageRow::read,
            chain.value(),
            range.from(),
            range.to());
    long next = range.from();
    for (CoverageRow row : rows) {
      if (row.range().from() != next) return List.of();
      next = row.range().to() + 1;
    }
    return next > range.to() ? rows : List.of();
  }

  /**
   * Writes pieces in place of rows, the last of which goes on after them; the first is joined with
   * the row before it where that stands alike.
   *
   * @param last the last block of the pieces
   */
  static void replace(
      Connection connection,
      ChainId chain,
      List<CoverageRow> rows,
      List<CoverageRow> pieces,
      BlockHeader last)
      throws SQLException {
    long from = rows.getFirst().range().from();
    List<CoverageRow> written = new ArrayList<>();
    List<CoverageRow> before =
        Sql.query(
            connection,
            "select %s from coverage where chain_id = ? and to_block = ?"
                .formatted(CoverageRow.COLUMNS),
            CoverageRow::read,
            chain.value(),
            from - 1);
    for (CoverageRow row : before) {
      if (!pieces.isEmpty() && row.standing().isLike(pieces.getFirst().standing())) {
        written.add(row);
        from = row.range().from();
      }
    }
    written.addAll(pieces);
    written = join(written);
    delete(connection, chain, from, rows.getLast().range().to());
    if (rows.getLast().range().to() > last.number()) written.add(rows.getLast().after(last));
    insert(connection, chain, written);
  }

  private static void delete(Connection connection, ChainId chain, long from, long to)
      throws SQLException {
    Sql.update(
        connection,
        "delete from coverage where chain_id = ? and from_block >= ? and to_block <= ?",
        chain.value(),
        from,
        to);
  }

  private static List<CoverageRow> within(Connection connection, ChainId chain, long from, long to)
      throws SQLException {
    return Sql.query(
        connection,
        """
        select %s from coverage
        where chain_id = ? and from_block >= ? and to_block <= ? order by from_block
        """
            .formatted(CoverageRow.COLUMNS),
        CoverageRow::read,
        chain.value(),
        from,
        to);
  }
}
