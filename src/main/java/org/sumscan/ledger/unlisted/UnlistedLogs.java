package org.sumscan.ledger.unlisted;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ChainId;
import org.sumscan.ledger.LedgerLog;
import org.sumscan.ledger.sql.BinaryCopy;
import org.sumscan.ledger.sql.Sql;

/**
 * The logs of contracts that are not listed, as they came: kept up to a quota, so that a stranger
 * cannot fill the database, and made into rows when their emitter is listed.
 */
public final class UnlistedLogs {

  private static final String ROWS =
      "stray_log (chain_id, block_number, log_index, block_hash, block_time, transaction_hash,"
          + " emitter, topics, data)";

  private UnlistedLogs() {}

  private static final class Kept {
    private long logs;
    private int rows;
    private long bytes;
    private long first = Long.MAX_VALUE;
    private long last;
    private long overflow = Long.MAX_VALUE;
  }

  private record Room(int rows, long bytes) {}

  /** Keeps logs as far as the quota lets them, and counts all. */
  public static void keep(
      Connection connection, ChainId chain, List<LedgerLog> unlistedLogs, UnlistedLogQuota quota)
      throws SQLException {
    if (unlistedLogs.isEmpty()) return;
    long[] chainHas =
        Sql.query(
                connection,
                "select stray_emitters, stray_bytes from chain_head where chain_id = ?",
                row -> new long[] {row.getLong(1), row.getLong(2)},
                chain.value())
            .getFirst();
    Map<Address, Kept> emitters = new TreeMap<>();
    BinaryCopy rows = new BinaryCopy(64);
    Map<Address, Room> rooms = rooms(connection, chain, unlistedLogs);
    long unheard = Long.MAX_VALUE;
    for (LedgerLog log : unlistedLogs) {
      Kept kept = emitters.get(log.emitter());
      if (kept == null) {
        if (!rooms.containsKey(log.emitter()) && chainHas[0] >= quota.emitters()) {
          unheard = Math.min(unheard, log.block().number());
          continue;
        }
        if (!rooms.containsKey(log.emitter())) chainHas[0]++;
        kept = new Kept();
        emitters.put(log.emitter(), kept);
      }
      Room had = rooms.getOrDefault(log.emitter(), new Room(0, 0));
      long size = log.data().length + 250L;
      count(kept, log);
      boolean fits =
          had.rows() + kept.rows < quota.rows()
              && had.bytes() + kept.bytes + size <= quota.bytes()
              && chainHas[1] + size <= quota.bytesOfChain();
      if (!fits) {
        kept.overflow = Math.min(kept.overflow, log.block().number());
        continue;
      }
      kept.rows++;
      kept.bytes += size;
      chainHas[1] += size;
      write(rows, chain, log);
    }
    rows.end();
    Sql.copy(connection, ROWS, rows);
    note(connection, chain, emitters, chainHas);
    if (unheard != Long.MAX_VALUE) overflow(connection, chain, unheard);
  }

  private static void write(BinaryCopy to, ChainId chain, LedgerLog log) {
    to.row(9);
    to.int8(chain.value());
    to.int8(log.block().number());
    to.int4(log.index());
    to.hash(log.block().hash());
    to.int8(log.blockTime());
    to.hash(log.transaction());
    to.address(log.emitter());
    to.hashes(log.topics(), log.topics().size());
    to.bytea(log.data());
  }

  private static void count(Kept kept, LedgerLog log) {
    kept.logs++;
    kept.first = Math.min(kept.first, log.block().number());
    kept.last = Math.max(kept.last, log.block().number());
  }

  private static Map<Address, Room> rooms(
      Connection connection, ChainId chain, List<LedgerLog> unlistedLogs) throws SQLException {
    Map<Address, Room> rooms = new TreeMap<>();
    byte[][] addresses =
        unlistedLogs.stream()
            .map(LedgerLog::emitter)
            .distinct()
            .map(Address::bytes)
            .toArray(byte[][]::new);
    Sql.query(
        connection,
        """
        select address, stray_rows, stray_bytes from emitter
        where chain_id = ? and address = any (?)
        """,
        row -> rooms.put(Address.of(row.getBytes(1)), new Room(row.getInt(2), row.getLong(3))),
        chain.value(),
        connection.createArrayOf("bytea", addresses));
    return rooms;
  }

  private static void note(
      Connection connection, ChainId chain, Map<Address, Kept> emitters, long[] chainHas)
      throws SQLException {
    for (Map.Entry<Address, Kept> emitter : emitters.entrySet()) {
      Kept kept = emitter.getValue();
      Sql.update(
          connection,
          """
          insert into emitter as e (chain_id, address, first_block, last_block, logs, stray_rows,
            stray_bytes, overflow_from) values (?, ?, ?, ?, ?, ?, ?, ?)
          on conflict (chain_id, address) do update set
            first_block = least(e.first_block, excluded.first_block),
            last_block = greatest(e.last_block, excluded.last_block),
            logs = e.logs + excluded.logs,
            stray_rows = e.stray_rows + excluded.stray_rows,
            stray_bytes = e.stray_bytes + excluded.stray_bytes,
            overflow_from = least(e.overflow_from, excluded.overflow_from)
          """,
          chain.value(),
          emitter.getKey().bytes(),
          kept.first,
          kept.last,
          kept.logs,
          kept.rows,
          kept.bytes,
          kept.overflow == Long.MAX_VALUE ? null : kept.overflow);
    }
    Sql.update(
        connection,
        "update chain_head set stray_emitters = ?, stray_bytes = ? where chain_id = ?",
        chainHas[0],
        chainHas[1],
        chain.value());
  }

  private static void overflow(Connection connection, ChainId chain, long from)
      throws SQLException {
    Sql.update(
        connection,
        "update chain set overflow_from = least(overflow_from, ?) where id = ?",
        from,
        chain.value());
  }

  /** Counts anew what is left of emitters that had logs above a block which is now the last. */
  public static void recount(Connection connection, ChainId chain, long last) throws SQLException {
    Sql.update(
        connection,
        """
        update emitter e set last_block = least(last_block, ?),
          logs = greatest(s.count, case when overflow_from is null then 0 else logs end),
          stray_rows = s.count, stray_bytes = s.bytes
        from (select i.address, count(l.*)::int as count,
            coalesce(sum(octet_length(l.data) + 250), 0) as bytes
          from emitter i left join stray_log l on l.chain_id = i.chain_id and l.emitter = i.address
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
        delete from emitter where chain_id = ? and not listed and logs = 0 and stray_rows = 0
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
        update chain_head set (stray_emitters, stray_bytes) = (
          select count(*), coalesce(sum(stray_bytes), 0) from emitter
          where emitter.chain_id = chain_head.chain_id and not listed)
        where chain_id = ?
        """,
        chain.value());
  }
}
