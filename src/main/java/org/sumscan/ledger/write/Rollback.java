package org.sumscan.ledger.write;

import java.math.BigInteger;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.BlockHeader;
import org.sumscan.kernel.BlockRange;
import org.sumscan.kernel.ChainId;
import org.sumscan.ledger.Claim;
import org.sumscan.ledger.open.OpenRows;
import org.sumscan.ledger.schedule.Refetches;
import org.sumscan.ledger.sql.Sql;
import org.sumscan.ledger.totals.TotalChange;
import org.sumscan.ledger.totals.Totals;
import org.sumscan.ledger.unlisted.UnlistedLogs;

/** Takes blocks out of the ledger, as if they had never been there. */
final class Rollback {

  private Rollback() {}

  /** Removes what is above the ancestor, or everything if there is none. */
  static void above(Connection connection, ChainId chain, @Nullable BlockHeader ancestor)
      throws SQLException {
    long last = ancestor == null ? -1 : ancestor.number();
    note(connection, chain, last, "reorg");
    BlockRange gone = new BlockRange(last + 1, Long.MAX_VALUE);
    removeRows(connection, chain, gone, ancestor == null);
    Sql.update(
        connection,
        "delete from unlisted_log where chain_id = ? and block_number > ?",
        chain.value(),
        last);
    Sql.update(
        connection, "delete from block where chain_id = ? and number > ?", chain.value(), last);
    Sql.update(
        connection,
        "delete from lease where chain_id = ? and kind = 'range' and to_block > ?",
        chain.value(),
        last);
    Refetches.cut(connection, chain, last);
    UnlistedLogs.recount(connection, chain, last);
    uncover(connection, chain, ancestor, last);
  }

  /**
   * Removes the rows of listed models of a range whose blocks stay, so that others can take their
   * place: whoever computed anything from them starts over, as after a reorg.
   */
  static void rowsOf(Connection connection, ChainId chain, BlockRange range) throws SQLException {
    note(connection, chain, range.from() - 1, "repair");
    removeRows(connection, chain, range, false);
  }

  private static void removeRows(
      Connection connection, ChainId chain, BlockRange range, boolean all) throws SQLException {
    List<OpenRows.TouchedKey> touched =
        all ? List.of() : OpenRows.touchedIn(connection, chain, range);
    Totals.add(connection, removeModelRows(connection, chain, range));
    OpenRows.left(connection, touched);
    Sql.update(
        connection,
        "delete from quarantine where chain_id = ? and block_number between ? and ?",
        chain.value(),
        range.from(),
        range.to());
  }

  private static void note(Connection connection, ChainId chain, long last, String cause)
      throws SQLException {
    Sql.update(
        connection,
        """
        with counted as (update chain set epoch = epoch + 1 where id = ? returning id, epoch)
        insert into reorg (chain_id, epoch, ancestor, tip, cause)
        select id, epoch, ?,
          coalesce((select max(to_block) from coverage where chain_id = counted.id), ?), ?
        from counted
        """,
        chain.value(),
        last,
        last,
        cause);
  }

  private static Totals.Changes removeModelRows(
      Connection connection, ChainId chain, BlockRange range) throws SQLException {
    Totals.Changes changes = new Totals.Changes();
    remove(
        connection,
        """
        with gone as (delete from sample where chain_id = ? and block_number between ? and ?
          returning model_id, sender, deposit)
        select model_id, sender, count(*), sum(deposit) from gone group by model_id, sender
        """,
        row -> {
          for (TotalChange change : changes(changes, row)) {
            change.samples(-row.getLong(3), sum(row, 4).negate());
          }
        },
        chain,
        range);
    remove(
        connection,
        """
        with gone as (delete from open_sample where chain_id = ? and block_number between ? and ?
          returning model_id, refunds + reports as claims)
        select model_id, count(*), count(*) filter (where claims > 0) from gone group by model_id
        """,
        row -> changes.of(row.getInt(1)).opened(-row.getLong(2), -row.getLong(3)),
        chain,
        range);
    removeClaims(connection, chain, range, changes);
    return changes;
  }

  private static void removeClaims(
      Connection connection, ChainId chain, BlockRange range, Totals.Changes changes)
      throws SQLException {
    remove(
        connection,
        """
        with gone as (delete from claim where chain_id = ? and block_number between ? and ?
          returning model_id, claimant, amount, kind)
        select model_id, claimant, count(*), sum(amount), kind
        from gone group by model_id, claimant, kind
        """,
        row -> {
          Claim.Kind kind = Claim.Kind.named(row.getString(5));
          for (TotalChange change : changes(changes, row)) {
            change.claims(kind, -row.getLong(3), sum(row, 4).negate());
          }
        },
        chain,
        range);
  }

  private interface Counted {
    void count(ResultSet row) throws SQLException;
  }

  private static void remove(
      Connection connection, String sql, Counted counted, ChainId chain, BlockRange range)
      throws SQLException {
    Sql.query(
        connection,
        sql,
        row -> {
          counted.count(row);
          return 0;
        },
        chain.value(),
        range.from(),
        range.to());
  }

  private static List<TotalChange> changes(Totals.Changes changes, ResultSet row)
      throws SQLException {
    int model = row.getInt(1);
    return List.of(changes.of(model), changes.of(Address.of(row.getBytes(2)), model));
  }

  private static BigInteger sum(ResultSet row, int column) throws SQLException {
    return row.getBigDecimal(column).toBigIntegerExact();
  }

  private static void uncover(
      Connection connection, ChainId chain, @Nullable BlockHeader ancestor, long last)
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
