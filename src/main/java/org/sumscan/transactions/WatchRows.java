package org.sumscan.transactions;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.BlockRef;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.LogRef;
import org.sumscan.kernel.ModelId;

/** The followed transactions in the database. */
@Repository
class WatchRows {

  private static final String SELECT =
      """
      select w.*, greatest(0, h.number - w.block_number + 1) as confirmations
      from watched_transaction w left join chain_head h on h.chain_id = w.chain_id
      """;

  private final JdbcClient database;

  WatchRows(JdbcClient database) {
    this.database = database;
  }

  /** One row. */
  record Row(
      SubmittedTransaction submitted,
      TransactionProgress progress,
      Instant sentAt,
      Instant updatedAt,
      long confirmations) {

    WatchedTransaction shown() {
      return new WatchedTransaction(
          submitted,
          progress.state(),
          progress.block(),
          confirmations,
          progress.replacedBy(),
          progress.reason(),
          progress.remedy(),
          sentAt,
          updatedAt);
    }
  }

  Optional<Row> find(ChainId chain, Hash32 hash) {
    return database
        .sql(SELECT + " where w.chain_id = ? and w.hash = ?")
        .params(chain.value(), hash.bytes())
        .query(WatchRows::row)
        .optional();
  }

  /** An account's that a node has shown, the latest first. */
  List<Row> of(Address account, int limit) {
    return database
        .sql(
            SELECT
                + """
                 where w.account = ? and w.sender is not null
                order by w.sent_at desc, w.hash limit ?
                """)
        .params(account.bytes(), limit)
        .query(WatchRows::row)
        .list();
  }

  /** Those to look at now, the longest due first. */
  List<Row> due(Instant now, int limit) {
    return database
        .sql(SELECT + " where not w.settled and w.next_look <= ? order by w.next_look limit ?")
        .params(Timestamp.from(now), limit)
        .query(WatchRows::row)
        .list();
  }

  /** How many a node has shown, or how many none has. */
  long unsettled(boolean seen) {
    return database
        .sql(
            """
            select count(*) from watched_transaction
            where not settled and (sender is not null) = ?
            """)
        .param(seen)
        .query(Long.class)
        .single();
  }

  long unsettledOf(Address account, boolean seen) {
    return database
        .sql(
            """
            select count(*) from watched_transaction
            where not settled and account = ? and (sender is not null) = ?
            """)
        .params(account.bytes(), seen)
        .query(Long.class)
        .single();
  }

  /** Adds a row, or does nothing where the transaction is followed already. */
  void add(SubmittedTransaction announced, TransactionProgress progress, Instant now) {
    LogRef sample = announced.sample();
    ModelId model = announced.model();
    database
        .sql(
            """
            insert into watched_transaction (chain_id, hash, account, purpose, sample_transaction,
              sample_log, model, announced_nonce, state, sent_at, updated_at, next_look)
            values (?, ?, ?, ?, ?, ?, ?, ?, 'unknown', ?, ?, ?) on conflict do nothing
            """)
        .params(
            announced.chain().value(),
            announced.hash().bytes(),
            announced.account().bytes(),
            announced.kind().wireName(),
            sample == null ? null : sample.transaction().bytes(),
            sample == null ? null : sample.index(),
            model == null ? null : model.address().bytes(),
            announced.nonce(),
            Timestamp.from(now),
            Timestamp.from(now),
            Timestamp.from(now))
        .update();
    keep(announced.chain(), announced.hash(), progress, now, now);
  }

  /** Keeps what a look has shown; {@code updated_at} only changes with the state. */
  void keep(
      ChainId chain, Hash32 hash, TransactionProgress progress, Instant now, Instant nextLook) {
    BlockRef block = progress.block();
    database
        .sql(
            """
            update watched_transaction set
              updated_at = case when state = :state and block_hash is not distinct from :blockHash
                then updated_at else :now end,
              sender = :sender, nonce = :nonce, direct = :direct, state = :state,
              block_number = :block, block_hash = :blockHash, replaced_by = :replacedBy,
              replaced_in = :replacedIn, reason = :reason, remedy = :remedy,
              scanned_to = :scannedTo, missing_since = :missing, next_look = :next,
              settled = :settled
            where chain_id = :chain and hash = :hash
            """)
        .param("state", progress.state().wireName())
        .param("now", Timestamp.from(now))
        .param("sender", bytes(progress.sender()), java.sql.Types.BINARY)
        .param("nonce", progress.nonce(), java.sql.Types.BIGINT)
        .param("direct", progress.direct(), java.sql.Types.BOOLEAN)
        .param("block", block == null ? null : block.number(), java.sql.Types.BIGINT)
        .param("blockHash", block == null ? null : block.hash().bytes(), java.sql.Types.BINARY)
        .param("replacedBy", bytes(progress.replacedBy()), java.sql.Types.BINARY)
        .param("replacedIn", progress.replacedIn(), java.sql.Types.BIGINT)
        .param("reason", progress.reason(), java.sql.Types.VARCHAR)
        .param("remedy", progress.remedy(), java.sql.Types.VARCHAR)
        .param("scannedTo", progress.scannedTo(), java.sql.Types.BIGINT)
        .param("missing", timestamp(progress.missingSince()), java.sql.Types.TIMESTAMP)
        .param("next", Timestamp.from(nextLook))
        .param("settled", progress.settled())
        .param("chain", chain.value())
        .param("hash", hash.bytes())
        .update();
  }

  /** Looks at it again only then. */
  void postpone(ChainId chain, Hash32 hash, Instant nextLook) {
    database
        .sql("update watched_transaction set next_look = ? where chain_id = ? and hash = ?")
        .params(Timestamp.from(nextLook), chain.value(), hash.bytes())
        .update();
  }

  void remove(ChainId chain, Hash32 hash) {
    database
        .sql("delete from watched_transaction where chain_id = ? and hash = ?")
        .params(chain.value(), hash.bytes())
        .update();
  }

  /**
   * Forgets what was settled long ago, and of one account all but so many that a node has shown.
   */
  void prune(Instant now, Duration kept, Address account, int most) {
    database
        .sql("delete from watched_transaction where settled and updated_at < ?")
        .param(Timestamp.from(now.minus(kept)))
        .update();
    database
        .sql(
            """
            delete from watched_transaction where settled and account = ? and (sender is null
              or sent_at < (select min(sent_at) from (select sent_at from watched_transaction
                where account = ? and sender is not null order by sent_at desc limit ?) latest))
            """)
        .params(account.bytes(), account.bytes(), most)
        .update();
  }

  private static byte @Nullable [] bytes(@Nullable Address address) {
    return address == null ? null : address.bytes();
  }

  private static byte @Nullable [] bytes(@Nullable Hash32 hash) {
    return hash == null ? null : hash.bytes();
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }

  private static Row row(ResultSet row, int number) throws SQLException {
    return new Row(
        submitted(row),
        progress(row),
        row.getTimestamp("sent_at").toInstant(),
        row.getTimestamp("updated_at").toInstant(),
        row.getLong("confirmations"));
  }

  private static SubmittedTransaction submitted(ResultSet row) throws SQLException {
    ChainId chain = new ChainId(row.getLong("chain_id"));
    byte[] sample = row.getBytes("sample_transaction");
    byte[] model = row.getBytes("model");
    return new SubmittedTransaction(
        chain,
        Hash32.of(row.getBytes("hash")),
        Address.of(row.getBytes("account")),
        TransactionKind.named(row.getString("purpose")).orElseThrow(),
        sample == null ? null : new LogRef(chain, Hash32.of(sample), row.getInt("sample_log")),
        model == null ? null : new ModelId(chain, Address.of(model)),
        row.getObject("announced_nonce", Long.class));
  }

  private static TransactionProgress progress(ResultSet row) throws SQLException {
    byte[] sender = row.getBytes("sender");
    byte[] block = row.getBytes("block_hash");
    byte[] replacedBy = row.getBytes("replaced_by");
    Timestamp missing = row.getTimestamp("missing_since");
    return new TransactionProgress(
        TransactionState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
        sender == null ? null : Address.of(sender),
        row.getObject("nonce", Long.class),
        row.getObject("direct", Boolean.class),
        block == null ? null : new BlockRef(row.getLong("block_number"), Hash32.of(block)),
        replacedBy == null ? null : Hash32.of(replacedBy),
        row.getObject("replaced_in", Long.class),
        row.getString("reason"),
        row.getString("remedy"),
        row.getObject("scanned_to", Long.class),
        missing == null ? null : missing.toInstant(),
        row.getBoolean("settled"));
  }
}
