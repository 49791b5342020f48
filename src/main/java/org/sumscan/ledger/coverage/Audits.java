package org.sumscan.ledger.coverage;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sumscan.kernel.BlockRange;
import org.sumscan.kernel.ChainId;

/**
 * Which covered blocks an audit has still to look at. What it has found goes through the ledger.
 */
@Repository
public class Audits {

  private final JdbcClient database;

  /** Works on that database. */
  public Audits(JdbcClient database) {
    this.database = database;
  }

  /**
   * The lowest covered blocks that are not proven and were not found impossible to prove of late,
   * without a gap among them.
   *
   * @param upTo the last block that may be among them
   * @param most how many blocks at most
   * @param again after which time blocks that could not be proven are tried again
   */
  public Optional<BlockRange> next(ChainId chain, long upTo, long most, Duration again) {
    List<BlockRange> rows =
        database
            .sql(
                """
                select from_block, to_block from coverage
                where chain_id = :chain and proof <> 'proven' and to_block <= :to
                  and (checked_at is null or checked_at < now() - :seconds * interval '1 second')
                order by from_block limit :most
                """)
            .param("chain", chain.value())
            .param("to", upTo)
            .param("seconds", again.toSeconds())
            .param("most", most)
            .query((row, number) -> new BlockRange(row.getLong(1), row.getLong(2)))
            .list();
    if (rows.isEmpty()) return Optional.empty();
    long from = rows.getFirst().from();
    long to = from - 1;
    for (BlockRange row : rows) {
      if (row.from() != to + 1 || to - from + 1 >= most) break;
      to = row.to();
    }
    return Optional.of(new BlockRange(from, Math.min(to, from + most - 1)));
  }

  /** The first range above a block that was only fetched. */
  public Optional<BlockRange> nextFetched(ChainId chain, long above, long upTo) {
    return database
        .sql(
            """
            select from_block, to_block from coverage
            where chain_id = ? and from_block > ? and to_block <= ? and proof = 'fetched'
            order by from_block limit 1
            """)
        .params(chain.value(), above, upTo)
        .query((row, number) -> new BlockRange(row.getLong(1), row.getLong(2)))
        .optional();
  }

  /** Enough blocks of a fetched range were looked at; nothing if it is not one range any more. */
  public void crossChecked(ChainId chain, BlockRange range) {
    database
        .sql(
            """
            update coverage set proof = 'cross-checked'
            where chain_id = ? and from_block = ? and to_block = ? and proof = 'fetched'
              and doubted_block is null
            """)
        .params(chain.value(), range.from(), range.to())
        .update();
  }

  /** Some block of which there is a row; empty where there is none. */
  public Optional<Long> someBlockWithLogs(ChainId chain, long upTo) {
    return database
        .sql(
            """
            select max(block_number) from (
              (select block_number from sample where chain_id = :c and block_number <= :t
                order by block_number desc limit 1)
              union all
              (select block_number from unlisted_log where chain_id = :c and block_number <= :t
                order by block_number desc limit 1)) s
            having max(block_number) is not null
            """)
        .param("c", chain.value())
        .param("t", upTo)
        .query(Long.class)
        .optional();
  }

  /** Something contradicts what is indexed: what could not be proven is tried again at once. */
  public void lookAgain(ChainId chain) {
    database
        .sql(
            """
            update coverage set checked_at = null
            where chain_id = ? and proof <> 'proven' and checked_at is not null
            """)
        .param(chain.value())
        .update();
  }

  /** Those of some blocks of which there is any row. */
  public Set<Long> blocksWithLogs(ChainId chain, BlockRange range) {
    return new HashSet<>(
        database
            .sql(
                """
                select block_number from sample where chain_id = :c and block_number between :f and :t
                union select block_number from claim where chain_id = :c and block_number between :f and :t
                union select block_number from quarantine
                  where chain_id = :c and block_number between :f and :t
                union select block_number from unlisted_log
                  where chain_id = :c and block_number between :f and :t
                """)
            .param("c", chain.value())
            .param("f", range.from())
            .param("t", range.to())
            .query(Long.class)
            .list());
  }

  /** The hosts that gave some blocks, as one text. */
  public String endpoints(ChainId chain, BlockRange range) {
    return String.join(
        ", ",
        database
            .sql(
                """
                select distinct endpoint from coverage
                where chain_id = ? and to_block >= ? and from_block <= ? order by endpoint
                """)
            .params(chain.value(), range.from(), range.to())
            .query(String.class)
            .list());
  }
}
