package org.sumscan.ledger.coverage;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.sumscan.kernel.BlockRange;
import org.sumscan.kernel.BlockRef;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.ProofLevel;
import org.sumscan.ledger.LedgerFault;
import org.sumscan.ledger.sql.Sql;

/** Which blocks are indexed, which are not, and what is wrong. */
@Repository
public class Coverage {

  private static final int MOST_GAPS = 100;

  private static final String STATE =
      """
      select c.id, c.name, c.first_block, h.number, h.time, h.seen_at, h.finalized, i.indexed_to,
        (select to_time from coverage v where v.chain_id = c.id and v.from_block <= i.indexed_to
          order by v.from_block desc limit 1), c.epoch, c.halted, h.error, h.error_at,
        (select count(*) from quarantine q where q.chain_id = c.id),
        (select min(from_block) from coverage v
          where v.chain_id = c.id and v.to_block >= c.first_block and v.proof = 'fetched'),
        (select min(from_block) from coverage v
          where v.chain_id = c.id and v.to_block >= c.first_block and v.proof <> 'proven'),
        (select min(doubted_block) from coverage v where v.chain_id = c.id),
        (select count(*) from claim l where l.chain_id = c.id and l.link = 'pending'),
        (select count(*) from reorg r where r.chain_id = c.id and r.cause = 'repair')
      from chain c join chain_head h on h.chain_id = c.id
      cross join lateral (select complete_to(c.id) as indexed_to) i
      """;

  private final DataSource source;

  /** Works on that database. */
  public Coverage(DataSource source) {
    this.source = source;
  }

  /** Every chain that was ever followed, by id; at most {@value #MOST_GAPS} gaps of each. */
  public List<ChainState> states() {
    return read(connection -> states(connection, STATE + " order by c.id"));
  }

  /** One chain. */
  public Optional<ChainState> state(ChainId chain) {
    return read(
        connection ->
            states(connection, STATE + " where c.id = ?", chain.value()).stream().findFirst());
  }

  private static List<ChainState> states(Connection connection, String sql, Object... values)
      throws SQLException {
    List<ChainState> states = new ArrayList<>();
    for (ChainState bare : Sql.query(connection, sql, Coverage::bare, values)) {
      states.add(withGaps(connection, bare));
    }
    return states;
  }

  private static ChainState bare(ResultSet row) throws SQLException {
    long firstBlock = row.getLong(3);
    long indexedTo = row.getLong(8);
    boolean some = indexedTo >= firstBlock;
    Timestamp seen = row.getTimestamp(6);
    Timestamp failed = row.getTimestamp(13);
    return new ChainState(
        new ChainId(row.getLong(1)),
        row.getString(2),
        firstBlock,
        row.getObject(4, Long.class),
        row.getObject(5, Long.class),
        seen == null ? null : seen.toInstant(),
        row.getObject(7, Long.class),
        some ? indexedTo : null,
        some ? row.getObject(9, Long.class) : null,
        List.of(),
        row.getLong(10) - row.getLong(19),
        some ? levels(row, firstBlock, indexedTo) : Levels.NONE,
        new Trouble(
            row.getString(11), row.getString(12), failed == null ? null : failed.toInstant()),
        row.getLong(14));
  }

  private static Levels levels(ResultSet row, long firstBlock, long indexedTo) throws SQLException {
    return new Levels(
        before(row.getObject(15, Long.class), firstBlock, indexedTo),
        before(row.getObject(16, Long.class), firstBlock, indexedTo),
        row.getObject(17, Long.class),
        row.getLong(18),
        row.getLong(19));
  }

  /** The last block before one that is less sure; null if the first is already. */
  private static @Nullable Long before(@Nullable Long lessSure, long firstBlock, long indexedTo) {
    if (lessSure == null || lessSure > indexedTo) return indexedTo;
    return lessSure > firstBlock ? lessSure - 1 : null;
  }

  private static ChainState withGaps(Connection connection, ChainState bare) throws SQLException {
    if (bare.head() == null) return bare;
    List<BlockRange> gaps =
        Gaps.unindexed(connection, bare.chain(), bare.firstBlock(), bare.head(), MOST_GAPS);
    return bare.withGaps(gaps);
  }

  /** What is indexed of a chain, in order. */
  public List<CoveredRange> ranges(ChainId chain) {
    return read(
        connection ->
            Sql.query(
                connection,
                """
                select from_block, to_block, to_hash, endpoint, logs, proof from coverage
                where chain_id = ? order by from_block
                """,
                row ->
                    new CoveredRange(
                        new BlockRange(row.getLong(1), row.getLong(2)),
                        Hash32.of(row.getBytes(3)),
                        row.getString(4),
                        row.getLong(5),
                        ProofLevel.named(row.getString(6))),
                chain.value()));
  }

  /** The last block up to which every block was read; empty while there is none. */
  public OptionalLong indexedTo(ChainId chain) {
    return state(chain)
        .map(ChainState::indexedTo)
        .map(OptionalLong::of)
        .orElseGet(OptionalLong::empty);
  }

  /** The block up to which every block was read, with its hash; empty while there is none. */
  public Optional<BlockRef> completeBlock(ChainId chain) {
    return read(
        connection ->
            Sql.query(
                    connection,
                    "select to_block, to_hash from coverage where chain_id = ? and to_block ="
                        + " complete_to(?)",
                    row -> new BlockRef(row.getLong(1), Hash32.of(row.getBytes(2))),
                    chain.value(),
                    chain.value())
                .stream()
                .findFirst());
  }

  /** Whether everything up to that very block is indexed. */
  public boolean holds(ChainId chain, BlockRef block) {
    return read(
        connection ->
            !Sql.query(
                    connection,
                    """
                    select 1 where complete_to(?) >= ? and not exists
                      (select 1 from block where chain_id = ? and number = ? and hash <> ?)
                    """,
                    row -> 1,
                    chain.value(),
                    block.number(),
                    chain.value(),
                    block.number(),
                    block.hash().bytes())
                .isEmpty());
  }

  private <T> T read(Work<T> work) {
    try (Connection connection = source.getConnection()) {
      return work.on(connection);
    } catch (SQLException e) {
      throw new LedgerFault(e);
    }
  }

  private interface Work<T> {
    T on(Connection connection) throws SQLException;
  }
}
