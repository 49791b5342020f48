package org.sumscan.originals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.Hash32;

/**
 * What was sent for transactions whose samples are not known yet: kept for a day, and bounded, of
 * one client and in all. In SQL and not as entities: a row holds up to 256 KB, its bounds are sums
 * over bytes that nobody needs to read, and the same content may come twice at once.
 */
@Repository
public class Inbox {

  /** How long something waits for its sample. */
  public static final Duration PATIENCE = Duration.ofHours(24);

  static final int MOST_OF_A_CLIENT = 200;
  static final long MOST_BYTES_OF_A_CLIENT = 4L << 20;
  static final int MOST = 20_000;
  static final long MOST_BYTES = 256L << 20;
  static final int MOST_FOR_A_TRANSACTION = 8;

  private static final long LOCK = 0x6f726967696e616cL;

  private final JdbcClient database;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  /** Works on that database. */
  public Inbox(JdbcClient database, ApplicationEventPublisher events, Clock clock) {
    this.database = database;
    this.events = events;
    this.clock = clock;
  }

  /**
   * Takes what a stranger sent for a transaction, indexed or not.
   *
   * @param client who sent it, for the bound on what waits of one client
   */
  @Transactional
  public SubmissionResult receive(
      ChainId chain, Hash32 transaction, Content content, String client) {
    // Else two at once could both find room for one.
    database.sql("select pg_advisory_xact_lock(?)").param(LOCK).query(row -> {});
    if (isWaiting(chain, transaction, content)) return new SubmissionResult.Accepted();
    Optional<String> full = fullness(chain, transaction, content.bytes().length, client);
    if (full.isPresent()) return new SubmissionResult.Full(full.get());
    put(chain, transaction, content, client, clock.instant());
    events.publishEvent(new OriginalReceived(chain));
    return new SubmissionResult.Accepted();
  }

  /**
   * Takes what Sumscan itself brings for transactions: as much as it likes.
   *
   * @return how many of them were new
   */
  @Transactional
  public int bring(ChainId chain, List<Brought> brought) {
    int added = 0;
    for (Brought one : brought) {
      added += put(chain, one.transaction(), one.content(), "sumscan", clock.instant());
    }
    if (added > 0) events.publishEvent(new OriginalReceived(chain));
    return added;
  }

  /** Something for a transaction. */
  public record Brought(Hash32 transaction, Content content) {}

  /** What waits for samples of a chain, in the order of arrival. */
  public List<Pending> waiting(ChainId chain, long after, int limit) {
    return database
        .sql(
            """
            select id, chain_id, transaction_hash, kind, content, received_at
            from pending_original where chain_id = ? and id > ? order by id limit ?
            """)
        .params(chain.value(), after, limit)
        .query(Inbox::read)
        .list();
  }

  /** What waits for a transaction, in the order of arrival. */
  public List<Pending> waiting(ChainId chain, Hash32 transaction) {
    return database
        .sql(
            """
            select id, chain_id, transaction_hash, kind, content, received_at
            from pending_original where chain_id = ? and transaction_hash = ? order by id
            """)
        .params(chain.value(), transaction.bytes())
        .query(Inbox::read)
        .list();
  }

  /** The chains for which something waits. */
  public List<ChainId> chains() {
    return database
        .sql("select distinct chain_id from pending_original order by 1")
        .query(Long.class)
        .list()
        .stream()
        .map(ChainId::new)
        .toList();
  }

  /**
   * Drops what has waited too long.
   *
   * @return how many
   */
  public int expire() {
    return database
        .sql("delete from pending_original where expires_at <= ?")
        .param(OriginalRows.time(clock.instant()))
        .update();
  }

  private boolean isWaiting(ChainId chain, Hash32 transaction, Content content) {
    return waiting(chain, transaction).stream()
        .anyMatch(pending -> pending.content().digest().equals(content.digest()));
  }

  private Optional<String> fullness(ChainId chain, Hash32 transaction, int bytes, String client) {
    Load all =
        load("select count(*), coalesce(sum(octet_length(content)), 0) from pending_original");
    if (all.items >= MOST || all.bytes + bytes > MOST_BYTES) {
      return Optional.of("Too many originals wait for their samples. Try again later.");
    }
    Load own =
        load(
            """
            select count(*), coalesce(sum(octet_length(content)), 0)
            from pending_original where client = ?
            """,
            client);
    if (own.items >= MOST_OF_A_CLIENT || own.bytes + bytes > MOST_BYTES_OF_A_CLIENT) {
      return Optional.of(
          "Too many originals that you sent wait for their samples. Try again later.");
    }
    Load same =
        load(
            """
            select count(*), 0 from pending_original where chain_id = ? and transaction_hash = ?
            """,
            chain.value(),
            transaction.bytes());
    return same.items >= MOST_FOR_A_TRANSACTION
        ? Optional.of("Too many originals wait for this transaction.")
        : Optional.empty();
  }

  private record Load(long items, long bytes) {}

  private Load load(String sql, Object... parameters) {
    return database
        .sql(sql)
        .params(parameters)
        .query((row, number) -> new Load(row.getLong(1), row.getLong(2)))
        .single();
  }

  private int put(ChainId chain, Hash32 transaction, Content content, String client, Instant now) {
    return database
        .sql(
            """
            insert into pending_original
              (chain_id, transaction_hash, kind, content, digest, client, received_at, expires_at)
            values (:chain, :hash, :kind, :content, :digest, :client, :now, :end)
            on conflict on constraint pending_original_once do nothing
            """)
        .param("chain", chain.value())
        .param("hash", transaction.bytes())
        .param("kind", content.kind())
        .param("content", content.bytes())
        .param("digest", content.digest().bytes())
        .param("client", client)
        .param("now", OriginalRows.time(now))
        .param("end", OriginalRows.time(now.plus(PATIENCE)))
        .update();
  }

  private static Pending read(ResultSet row, int number) throws SQLException {
    return new Pending(
        row.getLong(1),
        new ChainId(row.getLong(2)),
        Hash32.of(row.getBytes(3)),
        Content.stored(row.getString(4), row.getBytes(5)),
        row.getObject(6, OffsetDateTime.class).toInstant());
  }
}
