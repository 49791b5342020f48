package org.sumscan.ledger.schedule;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.stereotype.Component;
import org.sumscan.kernel.BlockRange;
import org.sumscan.kernel.ChainId;
import org.sumscan.ledger.LedgerFault;
import org.sumscan.ledger.coverage.Gaps;
import org.sumscan.ledger.sql.Sql;

/**
 * Shares a chain's work out among any number of workers and instances: each range is one worker's
 * at a time, and comes free again when he does not finish.
 */
@Component
public class Leases {

  private final DataSource source;

  /** Shares out by that database. */
  public Leases(DataSource source) {
    this.source = source;
  }

  /** Keeps the lease from being given to another until the end, and fails if it has run out. */
  public static void hold(Connection connection, Lease lease) throws SQLException {
    List<Integer> held =
        Sql.query(
            connection,
            "select 1 from lease where id = ? and expires_at > clock_timestamp() for update",
            row -> row.getInt(1),
            lease.token());
    if (held.isEmpty()) throw new LeaseLost(lease);
  }

  /**
   * The first blocks that are neither indexed nor anyone's.
   *
   * @param upTo the last block that may be asked for
   * @param most how many blocks at most
   * @param holder who asks, for whoever reads the table
   * @return empty where there are none, or where another instance is just asking
   */
  public Optional<Lease> nextRange(
      ChainId chain, long upTo, long most, String holder, Duration time) {
    return transaction(connection -> nextRange(connection, chain, upTo, most, holder, time));
  }

  private static Optional<Lease> nextRange(
      Connection connection, ChainId chain, long upTo, long most, String holder, Duration time)
      throws SQLException {
    List<Long> first =
        Sql.query(
            connection,
            """
            select first_block from chain where id = ? and halted is null
            for no key update skip locked
            """,
            row -> row.getLong(1),
            chain.value());
    if (first.isEmpty() || upTo < first.getFirst()) return Optional.empty();
    Sql.update(
        connection,
        """
        delete from lease where id in (select id from lease
          where chain_id = ? and kind = 'range' and expires_at <= clock_timestamp()
          for update skip locked)
        """,
        chain.value());
    List<BlockRange> gaps = Gaps.unleased(connection, chain, first.getFirst(), upTo, 1);
    if (gaps.isEmpty()) return Optional.empty();
    BlockRange gap = gaps.getFirst();
    BlockRange range = new BlockRange(gap.from(), Math.min(gap.to(), gap.from() + most - 1));
    return Optional.of(insert(connection, chain, range, "range", holder, time));
  }

  /**
   * The right to follow the newest blocks, which one worker of a chain has at a time; whoever has
   * it gets it again.
   *
   * @return empty while another has it
   */
  public Optional<Lease> tip(ChainId chain, String holder, Duration time) {
    return transaction(
        connection -> {
          List<Long> free =
              Sql.query(
                  connection,
                  "select id from chain where id = ? and halted is null for no key update skip"
                      + " locked",
                  row -> row.getLong(1),
                  chain.value());
          if (free.isEmpty()) return Optional.empty();
          Sql.update(
              connection,
              """
              delete from lease where chain_id = ? and kind = 'tip'
                and (expires_at <= clock_timestamp() or holder = ?)
              """,
              chain.value(),
              holder);
          List<Long> held =
              Sql.query(
                  connection,
                  "select id from lease where chain_id = ? and kind = 'tip'",
                  row -> row.getLong(1),
                  chain.value());
          if (!held.isEmpty()) return Optional.empty();
          BlockRange all = new BlockRange(0, Long.MAX_VALUE);
          return Optional.of(insert(connection, chain, all, "tip", holder, time));
        });
  }

  private static Lease insert(
      Connection connection,
      ChainId chain,
      BlockRange range,
      String kind,
      String holder,
      Duration time)
      throws SQLException {
    return Sql.query(
            connection,
            """
            insert into lease (chain_id, from_block, to_block, kind, holder, expires_at)
            values (?, ?, ?, ?, ?, clock_timestamp() + ? * interval '1 millisecond') returning id
            """,
            row -> new Lease(row.getLong(1), chain, range),
            chain.value(),
            range.from(),
            range.to(),
            kind,
            holder,
            time.toMillis())
        .getFirst();
  }

  /** Gives a lease back; one that has run out or was used up is no error. */
  public void release(Lease lease) {
    transaction(
        connection -> Sql.update(connection, "delete from lease where id = ?", lease.token()));
  }

  /** Takes every lease of a chain away: only where no other instance can be at work on it. */
  public void releaseAll(ChainId chain) {
    transaction(
        connection ->
            Sql.update(connection, "delete from lease where chain_id = ?", chain.value()));
  }

  private <T> T transaction(Work<T> work) {
    try (Connection connection = source.getConnection()) {
      connection.setAutoCommit(false);
      try {
        T value = work.on(connection);
        connection.commit();
        return value;
      } catch (SQLException | RuntimeException e) {
        connection.rollback();
        throw e;
      } finally {
        connection.setAutoCommit(true);
      }
    } catch (SQLException e) {
      throw new LedgerFault(e);
    }
  }

  private interface Work<T> {
    T on(Connection connection) throws SQLException;
  }
}
