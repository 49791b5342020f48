package org.sumscan.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.BlockRef;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.LogPosition;

/**
 * Claims that no event of ours links to a sample, until someone has looked at their transaction.
 */
@Repository
public class ClaimLinks {

  private final DataSource source;
  private final JdbcClient database;

  /** Works on that database. */
  public ClaimLinks(DataSource source) {
    this.source = source;
    this.database = JdbcClient.create(source);
  }

  /**
   * A claim to look at.
   *
   * @param alone whether it is its transaction's only claim on that model, so that the
   *     transaction's input can only be about it
   */
  public record Pending(
      LogPosition position,
      BlockRef block,
      Hash32 transaction,
      Address trainer,
      Claim.Kind kind,
      Address claimant,
      boolean alone) {}

  /** The first ones of a chain after a position. */
  public List<Pending> pending(ChainId chain, LogPosition after, int limit) {
    return database
        .sql(
            """
            select c.block_number, c.log_index, c.block_hash, c.transaction_hash, e.address, c.kind,
              c.claimant, not exists (select 1 from claim o where o.chain_id = c.chain_id
                and o.block_number = c.block_number and o.log_index <> c.log_index
                and o.transaction_hash = c.transaction_hash and o.model_id = c.model_id)
            from claim c join emitter e on e.id = c.model_id
            where c.chain_id = ? and c.link = 'pending'
              and (c.block_number, c.log_index) > (?, ?)
            order by c.block_number, c.log_index limit ?
            """)
        .params(chain.value(), after.block(), after.index(), limit)
        .query(
            (row, number) ->
                new Pending(
                    new LogPosition(row.getLong(1), row.getInt(2)),
                    new BlockRef(row.getLong(1), Hash32.of(row.getBytes(3))),
                    Hash32.of(row.getBytes(4)),
                    Address.of(row.getBytes(5)),
                    row.getString(6).equals("refund") ? Claim.Kind.REFUND : Claim.Kind.REPORT,
                    Address.of(row.getBytes(7)),
                    row.getBoolean(8)))
        .list();
  }

  /**
   * Notes what was found, and what it leaves to claim of the sample; a claim whose block has been
   * replaced since is left alone.
   *
   * @param key the sample's key; null where the transaction does not name it for certain
   */
  public void found(ChainId chain, Pending claim, @Nullable Hash32 key) {
    Transactions.run(source, connection -> note(connection, chain, claim, key));
  }

  private static boolean note(
      Connection connection, ChainId chain, Pending claim, @Nullable Hash32 key)
      throws SQLException {
    ChainLock.tail(connection, chain);
    int noted =
        Sql.update(
            connection,
            """
            update claim set link = ?, sample_key = ?
            where chain_id = ? and block_number = ? and log_index = ?
              and block_hash = ? and link = 'pending'
            """,
            key == null ? "none" : "input",
            key == null ? null : key.bytes(),
            chain.value(),
            claim.position().block(),
            claim.position().index(),
            claim.block().hash().bytes());
    if (noted > 0 && key != null) {
      OpenRows.linked(connection, chain, claim.position().block(), claim.position().index());
    }
    return noted > 0;
  }
}
