package org.sumscan.ledger.coverage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.sumscan.kernel.BlockRange;
import org.sumscan.kernel.ChainId;
import org.sumscan.ledger.sql.Sql;

/** The ranges between the indexed ones. */
public final class Gaps {

  private static final String AROUND =
      """
      , ends as (
        select f, max(t) over (order by f rows between unbounded preceding and 1 preceding) as before
        from (select f, t from taken where f <= :to and t >= :from union all select :to + 1, :to + 1) x
      )
      select greatest(coalesce(before + 1, :from), :from) as gap_from, f - 1 as gap_to
      from ends where f > greatest(coalesce(before + 1, :from), :from)
      order by f limit :limit
      """;

  private Gaps() {}

  /** Blocks that are not indexed. */
  static List<BlockRange> unindexed(
      Connection connection, ChainId chain, long from, long to, int limit) throws SQLException {
    return gaps(
        connection,
        "with taken (f, t) as (select from_block, to_block from coverage where chain_id = :chain)",
        chain,
        from,
        to,
        limit);
  }

  /** Blocks that are neither indexed nor anyone's to index. */
  public static List<BlockRange> unleased(
      Connection connection, ChainId chain, long from, long to, int limit) throws SQLException {
    return gaps(
        connection,
        """
        with taken (f, t) as (
          select from_block, to_block from coverage where chain_id = :chain
          union all
          select from_block, to_block from lease where chain_id = :chain and kind = 'range')
        """,
        chain,
        from,
        to,
        limit);
  }

  private static List<BlockRange> gaps(
      Connection connection, String taken, ChainId chain, long from, long to, int limit)
      throws SQLException {
    if (to < from) return List.of();
    String sql =
        (taken + AROUND)
            .replace(":chain", Long.toString(chain.value()))
            .replace(":from", Long.toString(from))
            .replace(":to", Long.toString(to))
            .replace(":limit", Integer.toString(limit));
    return Sql.query(connection, sql, row -> new BlockRange(row.getLong(1), row.getLong(2)));
  }
}
