package org.sumscan.ledger.schedule;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.BlockRange;
import org.sumscan.kernel.ChainId;
import org.sumscan.ledger.LedgerFault;
import org.sumscan.ledger.sql.Sql;

/** What is to be fetched again. */
@Component
public class Refetches {

  private final DataSource source;

  /** Reads from that database. */
  public Refetches(DataSource source) {
    this.source = source;
  }

  /** The first of a chain, if any. Two workers may get the same: it is harmless. */
  public Optional<Refetch> next(ChainId chain) {
    try (Connection connection = source.getConnection()) {
      return Sql.query(
              connection,
              """
              select r.id, r.model_id, r.from_block, r.to_block, e.address, p.mechanism, c.epoch
              from refetch r join emitter e on e.id = r.model_id
              join part p on p.model_id = r.model_id join chain c on c.id = r.chain_id
              where r.chain_id = ? order by r.id limit 1
              """,
              row ->
                  new Refetch(
                      row.getLong(1),
                      chain,
                      row.getLong(7),
                      row.getInt(2),
                      new BlockRange(row.getLong(3), row.getLong(4)),
                      Set.copyOf(
                          List.of(Address.of(row.getBytes(5)), Address.of(row.getBytes(6))))),
              chain.value())
          .stream()
          .findFirst();
    } catch (SQLException e) {
      throw new LedgerFault(e);
    }
  }

  /**
   * Has a model's logs fetched again from a block on, as far as blocks are indexed; none if null.
   */
  public static void insert(Connection connection, ChainId chain, int model, @Nullable Long from)
      throws SQLException {
    if (from == null) return;
    Sql.update(
        connection,
        """
        insert into refetch (chain_id, model_id, from_block, to_block)
        select chain_id, ?, greatest(from_block, ?), to_block from coverage
        where chain_id = ? and to_block >= ?
        """,
        model,
        from,
        chain.value(),
        from);
  }

  /** Takes the blocks that were fetched off. */
  public static void shorten(Connection connection, Refetch done) throws SQLException {
    Sql.update(
        connection,
        "delete from refetch where id = ? and to_block <= ?",
        done.id(),
        done.range().to());
    Sql.update(
        connection,
        "update refetch set from_block = ? where id = ? and from_block <= ?",
        done.range().to() + 1,
        done.id(),
        done.range().to());
  }

  /** Blocks above the last have left with a reorg. */
  public static void cut(Connection connection, ChainId chain, long last) throws SQLException {
    Sql.update(
        connection,
        "delete from refetch where chain_id = ? and from_block > ?",
        chain.value(),
        last);
    Sql.update(
        connection,
        "update refetch set to_block = ? where chain_id = ? and to_block > ?",
        last,
        chain.value(),
        last);
  }
}
