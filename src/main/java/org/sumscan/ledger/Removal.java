package org.sumscan.ledger;

import java.math.BigInteger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sumscan.kernel.ChainId;

/** Takes everything above a block out of the ledger, as if it had never been there. */
final class Removal {

  private Removal() {}

  /** Removes what is above the ancestor, or everything if there is none. */
  static void above(Connection connection, ChainId chain, @Nullable StoredBlock ancestor)
      throws SQLException {
    long last = ancestor == null ? -1 : ancestor.number();
    note(connection, chain, last);
    Totals.add(connection, removeModelRows(connection, chain, last));
    for (String table : new String[] {"quarantine", "stray_log"}) {
      Sql.update(
          connection,
          "delete from " + table + " where chain_id = ? and block_number > ?",
          chain.value(),
          last);
    }
    Sql.update(
        connection, "delete from block where chain_id = ? and number > ?", chain.value(), last);
    Sql.update(
        connection,
        "delete from lease where chain_id = ? and kind = 'range' and to_block > ?",
        chain.value(),
        last);
    Refetches.cut(connection, chain, last);
    Strays.recount(connection, chain, last);
    uncover(connection, chain, ancestor, last);
  }

  private static void note(Connection connection, ChainId chain, long last) throws SQLException {
    Sql.update(
        connection,
        """
        with counted as (update chain set epoch = epoch + 1 where id = ? returning id, epoch)
        insert into rewind (chain_id, epoch, ancestor, tip)
        select id, epoch, ?,
          coalesce((select max(to_block) from coverage where chain_id = counted.id), ?)
        from counted
        """,
        chain.value(),
        last,
        last);
  }

  private static SortedMap<Integer, TotalChange> removeModelRows(
      Connection connection, ChainId chain, long last) throws SQLException {
    SortedMap<Integer, TotalChange> changes = new TreeMap<>();
    Sql.query(
        connection,
        """
        with gone as (delete from sample where chain_id = ? and block_number > ?
          returning model_id, deposit)
        select model_id, count(*), sum(deposit) from gone group by model_id
        """,
        row -> {
          change(changes, row).samples(-row.getLong(2), sum(row, 3).negate());
          return 0;
        },
        chain.value(),
        last);
    Sql.query(
        connection,
        """
        with gone as (delete from claim where chain_id = ? and block_number > ?
          returning model_id, amount, kind)
        select model_id, count(*), sum(amount), kind from gone group by model_id, kind
        """,
        row -> {
          Claim.Kind kind =
              row.getString(4).equals("refund") ? Claim.Kind.REFUND : Claim.Kind.REPORT;
          change(changes, row).claims(kind, -row.getLong(2), sum(row, 3).negate());
          return 0;
        },
        chain.value(),
        last);
    return changes;
  }

  private static TotalChange change(SortedMap<Integer, TotalChange> changes, ResultSet row)
      throws SQLException {
    return changes.computeIfAbsent(row.getInt(1), id -> new TotalChange());
  }

  private static BigInteger sum(ResultSet row, int column) throws SQLException {
    return row.getBigDecimal(column).toBigIntegerExact();
  }

  private static void uncover(
      Connection connection, ChainId chain, @Nullable StoredBlock ancestor, long last)
      throws SQLException {
    Sql.update(
        connection,
        "delete from coverage where chain_id = ? and from_block > ?",
        chain.value(),
        last);
    if (ancestor == null) return;
    Sql.update(
        connection,
        """
        update coverage set to_block = ?, to_hash = ?, to_time = ?
        where chain_id = ? and to_block > ?
        """,
        last,
        ancestor.hash().bytes(),
        ancestor.time(),
        chain.value(),
        last);
  }
}
