package org.sumscan.ledger.write;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.sumscan.kernel.BlockHeader;
import org.sumscan.kernel.BlockRef;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.Hash32;
import org.sumscan.ledger.sql.Sql;

/** The rows that tell the newest blocks' hashes. */
final class BlockRows {

  private BlockRows() {}

  static void insert(Connection connection, ChainId chain, List<BlockHeader> blocks)
      throws SQLException {
    List<Object[]> rows = new ArrayList<>();
    for (BlockHeader block : blocks) {
      rows.add(
          new Object[] {
            chain.value(),
            block.number(),
            block.hash().bytes(),
            block.parent().bytes(),
            block.time()
          });
    }
    Sql.updateAll(
        connection,
        "insert into block (chain_id, number, hash, parent, time) values (?, ?, ?, ?, ?)",
        rows);
  }

  /** Inserts a block that may be there already. */
  static void remember(Connection connection, ChainId chain, BlockHeader block)
      throws SQLException {
    Sql.update(
        connection,
        "delete from block where chain_id = ? and number = ?",
        chain.value(),
        block.number());
    insert(connection, chain, List.of(block));
  }

  static List<BlockHeader> all(Connection connection, ChainId chain) throws SQLException {
    return Sql.query(
        connection,
        "select number, hash, parent, time from block where chain_id = ? order by number",
        row ->
            new BlockHeader(
                new BlockRef(row.getLong(1), Hash32.of(row.getBytes(2))),
                Hash32.of(row.getBytes(3)),
                row.getLong(4)),
        chain.value());
  }

  /** Forgets those below a final block, but never the newest. */
  static void prune(Connection connection, ChainId chain, long finalized) throws SQLException {
    Sql.update(
        connection,
        """
        delete from block where chain_id = ? and number < ?
        and number < (select max(number) from block where chain_id = ?)
        """,
        chain.value(),
        finalized,
        chain.value());
  }

  static List<BlockRef> known(Connection connection, ChainId chain, long below, int limit)
      throws SQLException {
    return Sql.query(
        connection,
        """
        (select number, hash from block where chain_id = ? and number < ? order by number desc limit ?)
        union
        (select distinct block_number, block_hash from sample
         where chain_id = ? and block_number < ? order by block_number desc limit ?)
        union
        (select to_block, to_hash from coverage
         where chain_id = ? and to_block < ? order by to_block desc limit ?)
        order by number desc limit ?
        """,
        row -> new BlockRef(row.getLong(1), Hash32.of(row.getBytes(2))),
        chain.value(),
        below,
        limit,
        chain.value(),
        below,
        limit,
        chain.value(),
        below,
        limit,
        limit);
  }
}
