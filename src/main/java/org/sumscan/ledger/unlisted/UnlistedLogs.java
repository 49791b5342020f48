package org.sumscan.ledger.unlisted;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.sumscan.kernel.ChainId;
import org.sumscan.ledger.TimedLog;
import org.sumscan.ledger.sql.BinaryCopy;
import org.sumscan.ledger.sql.Sql;

/**
 * The logs of contracts that are not listed, as they came: kept up to a quota, so that a stranger
 * cannot fill the database, and made into rows when their emitter is listed.
 */
public final class UnlistedLogs {

  private static final String ROWS =
      "unlisted_log (chain_id, block_number, log_index, block_hash, block_time, transaction_hash,"
          + " emitter, topics, data)";

  private UnlistedLogs() {}

  /** Keeps logs as far as the quota lets them, and counts all. */
  public static void keep(
      Connection connection, ChainId chain, List<TimedLog> logs, UnlistedLogQuota quota)
      throws SQLException {
    if (logs.isEmpty()) return;
    QuotaUse use = QuotaUse.before(connection, chain, logs, quota);
    BinaryCopy rows = new BinaryCopy(64);
    for (TimedLog log : logs) {
      if (use.admits(log.raw())) write(rows, chain, log);
    }
    rows.end();
    Sql.copy(connection, ROWS, rows);
    use.save(connection);
  }

  private static void write(BinaryCopy to, ChainId chain, TimedLog log) {
    to.row(9);
    to.int8(chain.value());
    to.int8(log.raw().block().number());
    to.int4(log.raw().index());
    to.hash(log.raw().block().hash());
    to.int8(log.blockTime());
    to.hash(log.raw().transaction());
    to.address(log.raw().emitter());
    to.hashes(log.raw().topics(), log.raw().topics().size());
    to.bytea(log.raw().data());
  }

  /** Counts anew what is left of emitters that had logs above a block which is now the last. */
  public static void recount(Connection connection, ChainId chain, long last) throws SQLException {
    Sql.update(
        connection,
        """
        update emitter e set last_block = least(last_block, ?),
          logs = greatest(s.count, case when overflow_from is null then 0 else logs end),
          unlisted_rows = s.count, unlisted_bytes = s.bytes
        from (select i.address, count(l.*)::int as count,
            coalesce(sum(octet_length(l.data) + 250), 0) as bytes
          from emitter i left join unlisted_log l on l.chain_id = i.chain_id and l.emitter = i.address
          where i.chain_id = ? and i.last_block > ? and not i.listed group by i.address) s
        where e.chain_id = ? and e.address = s.address
        """,
        last,
        chain.value(),
        last,
        chain.value());
    Sql.update(
        connection,
        """
        delete from emitter where chain_id = ? and not listed and logs = 0 and unlisted_rows = 0
          and overflow_from is null
        """,
        chain.value());
    sum(connection, chain);
  }

  /** Counts anew what is kept of all emitters of a chain. */
  public static void sum(Connection connection, ChainId chain) throws SQLException {
    Sql.update(
        connection,
        """
        update chain_head set (unlisted_emitters, unlisted_bytes) = (
          select count(*), coalesce(sum(unlisted_bytes), 0) from emitter
          where emitter.chain_id = chain_head.chain_id and not listed)
        where chain_id = ?
        """,
        chain.value());
  }
}
