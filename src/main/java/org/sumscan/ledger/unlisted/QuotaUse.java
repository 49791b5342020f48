package org.sumscan.ledger.unlisted;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.RawLog;
import org.sumscan.ledger.TimedLog;
import org.sumscan.ledger.sql.Sql;

/** How much of a chain's quota for unlisted logs is used, while one batch of them arrives. */
final class QuotaUse {

  /** What a row takes besides the log's data, in bytes. */
  static final long ROW_BYTES = 250;

  private final ChainId chain;
  private final UnlistedLogQuota quota;
  private final Map<Address, Used> usedBefore = new HashMap<>();
  private final SortedMap<Address, EmitterUse> emitters = new TreeMap<>();
  private long emittersOfChain;
  private long bytesOfChain;
  private @Nullable Long firstUncounted;

  private record Used(int rows, long bytes) {

    static final Used NOTHING = new Used(0, 0);
  }

  private QuotaUse(ChainId chain, UnlistedLogQuota quota) {
    this.chain = chain;
    this.quota = quota;
  }

  /** Reads what is used before some logs arrive. */
  static QuotaUse before(
      Connection connection, ChainId chain, List<TimedLog> logs, UnlistedLogQuota quota)
      throws SQLException {
    QuotaUse use = new QuotaUse(chain, quota);
    Sql.query(
        connection,
        "select unlisted_emitters, unlisted_bytes from chain_head where chain_id = ?",
        row -> {
          use.emittersOfChain = row.getLong(1);
          return use.bytesOfChain = row.getLong(2);
        },
        chain.value());
    byte[][] addresses =
        logs.stream()
            .map(log -> log.raw().emitter())
            .distinct()
            .map(Address::bytes)
            .toArray(byte[][]::new);
    Sql.query(
        connection,
        """
        select address, unlisted_rows, unlisted_bytes from emitter
        where chain_id = ? and address = any (?)
        """,
        row ->
            use.usedBefore.put(
                Address.of(row.getBytes(1)), new Used(row.getInt(2), row.getLong(3))),
        chain.value(),
        connection.createArrayOf("bytea", addresses));
    return use;
  }

  /** Counts a log; whether the quota has room for it. */
  boolean admits(RawLog log) {
    long block = log.block().number();
    EmitterUse emitter = emitter(log.emitter());
    if (emitter == null) {
      firstUncounted = firstUncounted == null ? block : Math.min(firstUncounted, block);
      return false;
    }
    long size = log.data().length + ROW_BYTES;
    boolean fits = bytesOfChain + size <= quota.bytesOfChain();
    if (!emitter.admits(block, size, fits)) return false;
    bytesOfChain += size;
    return true;
  }

  /** Null for one that is new where there are too many. */
  private @Nullable EmitterUse emitter(Address address) {
    EmitterUse known = emitters.get(address);
    if (known != null) return known;
    Used before = usedBefore.get(address);
    if (before == null) {
      if (emittersOfChain >= quota.emitters()) return null;
      emittersOfChain++;
    }
    EmitterUse emitter = new EmitterUse(before == null ? Used.NOTHING : before, quota);
    emitters.put(address, emitter);
    return emitter;
  }

  /** What one emitter uses. */
  private static final class EmitterUse {

    private final Used before;
    private final UnlistedLogQuota quota;
    private long logs;
    private int rows;
    private long bytes;
    private long first = Long.MAX_VALUE;
    private long last;
    private @Nullable Long overflowFrom;

    EmitterUse(Used before, UnlistedLogQuota quota) {
      this.before = before;
      this.quota = quota;
    }

    boolean admits(long block, long size, boolean fitsChain) {
      logs++;
      first = Math.min(first, block);
      last = Math.max(last, block);
      boolean fits =
          fitsChain
              && before.rows() + rows < quota.rows()
              && before.bytes() + bytes + size <= quota.bytes();
      if (fits) {
        rows++;
        bytes += size;
      } else {
        overflowFrom = overflowFrom == null ? block : Math.min(overflowFrom, block);
      }
      return fits;
    }
  }

  /** Adds what was counted to the rows. */
  void save(Connection connection) throws SQLException {
    for (Map.Entry<Address, EmitterUse> emitter : emitters.entrySet()) {
      save(connection, emitter.getKey(), emitter.getValue());
    }
    Sql.update(
        connection,
        "update chain_head set unlisted_emitters = ?, unlisted_bytes = ? where chain_id = ?",
        emittersOfChain,
        bytesOfChain,
        chain.value());
    if (firstUncounted == null) return;
    Sql.update(
        connection,
        "update chain set overflow_from = least(overflow_from, ?) where id = ?",
        firstUncounted,
        chain.value());
  }

  private void save(Connection connection, Address address, EmitterUse use) throws SQLException {
    Sql.update(
        connection,
        """
        insert into emitter as e (chain_id, address, first_block, last_block, logs, unlisted_rows,
          unlisted_bytes, overflow_from) values (?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (chain_id, address) do update set
          first_block = least(e.first_block, excluded.first_block),
          last_block = greatest(e.last_block, excluded.last_block),
          logs = e.logs + excluded.logs,
          unlisted_rows = e.unlisted_rows + excluded.unlisted_rows,
          unlisted_bytes = e.unlisted_bytes + excluded.unlisted_bytes,
          overflow_from = least(e.overflow_from, excluded.overflow_from)
        """,
        chain.value(),
        address.bytes(),
        use.first,
        use.last,
        use.logs,
        use.rows,
        use.bytes,
        use.overflowFrom);
  }
}
