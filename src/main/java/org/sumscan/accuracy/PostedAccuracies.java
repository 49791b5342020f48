package org.sumscan.accuracy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.ModelId;

/**
 * The accuracies that strangers posted through the original server's interface: bounded, and never
 * mixed with ours.
 */
@Repository
public class PostedAccuracies {

  static final int MOST_OF_A_MODEL = 100_000;
  static final int MOST_OF_A_CLIENT = 2000;
  private static final Duration DAY = Duration.ofDays(1);
  private static final long LOCK = 0x706f7374656461L;

  private final JdbcClient database;
  private final Clock clock;

  /** Works on that database. */
  public PostedAccuracies(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** What became of a posted accuracy. */
  public enum Outcome {
    /** It is on disk. */
    KEPT,
    /** The same was posted for that transaction before. */
    SAME,
    /** Another was. */
    OTHER,
    /** The client has posted too many today, or the model has too many. */
    FULL
  }

  /**
   * Keeps an accuracy, the first for a transaction for good.
   *
   * @param block the number of the transaction's block, as the client says; at least 0
   * @param client who posts it, in at most 64 characters
   */
  @Transactional
  public Outcome post(
      ModelId model, Hash32 transaction, @Nullable Long block, PostedFigure figure, String client) {
    // Else two at once could both find room for one.
    database.sql("select pg_advisory_xact_lock(?)").param(LOCK).query(row -> {});
    PostedAccuracy earlier = find(model, transaction);
    if (earlier != null) {
      boolean same = earlier.figure().equals(figure) && Objects.equals(earlier.block(), block);
      return same ? Outcome.SAME : Outcome.OTHER;
    }
    if (isFull(model, client)) return Outcome.FULL;
    database
        .sql(
            """
            insert into posted_accuracy
              (chain_id, address, transaction_hash, block_number, accuracy, client, posted_at)
            values (?, ?, ?, ?, ?, ?, ?)
            """)
        .params(
            Arrays.asList(
                model.chain().value(),
                model.address().bytes(),
                transaction.bytes(),
                block,
                figure.json(),
                client,
                clock.instant().atOffset(ZoneOffset.UTC)))
        .update();
    return Outcome.KEPT;
  }

  /** The accuracies posted for a model by time, the oldest first; of too many the latest. */
  public List<PostedAccuracy> of(ModelId model, int limit) {
    return database
        .sql(
            """
            select chain_id, address, transaction_hash, block_number, accuracy, posted_at from (
              select * from posted_accuracy where chain_id = ? and address = ?
              order by posted_at desc, id desc limit ?) latest
            order by posted_at, id
            """)
        .params(model.chain().value(), model.address().bytes(), limit)
        .query(PostedAccuracies::read)
        .list();
  }

  /** Remembers that a model was listed because someone posted it, with what he said of it. */
  public void listed(ModelId model, @Nullable PostedFigure figure) {
    database
        .sql(
            """
            insert into posted_listing (chain_id, address, accuracy, posted_at) values (?, ?, ?, ?)
            on conflict on constraint posted_listing_pk do nothing
            """)
        .params(
            Arrays.asList(
                model.chain().value(),
                model.address().bytes(),
                figure == null ? null : figure.json(),
                clock.instant().atOffset(ZoneOffset.UTC)))
        .update();
  }

  /** What was said of those of these models that were listed because someone posted them. */
  public Map<ModelId, PostedFigure> ofListings(Collection<ModelId> models) {
    Map<ModelId, PostedFigure> figures = new HashMap<>();
    if (models.isEmpty()) return figures;
    database
        .sql(
            """
            select chain_id, address, accuracy from posted_listing
            where accuracy is not null and (chain_id, address) in (:models)
            """)
        .param(
            "models",
            models.stream()
                .map(id -> new Object[] {id.chain().value(), id.address().bytes()})
                .toList())
        .query(
            row -> {
              figures.put(model(row), new PostedFigure(row.getString(3)));
            });
    return figures;
  }

  private @Nullable PostedAccuracy find(ModelId model, Hash32 transaction) {
    return database
        .sql(
            """
            select chain_id, address, transaction_hash, block_number, accuracy, posted_at
            from posted_accuracy where chain_id = ? and address = ? and transaction_hash = ?
            """)
        .params(model.chain().value(), model.address().bytes(), transaction.bytes())
        .query(PostedAccuracies::read)
        .optional()
        .orElse(null);
  }

  private boolean isFull(ModelId model, String client) {
    Instant since = clock.instant().minus(DAY);
    return database
        .sql(
            """
            select (select count(*) from posted_accuracy where chain_id = ? and address = ?) >= ?
              or (select count(*) from posted_accuracy where client = ? and posted_at > ?) >= ?
            """)
        .params(
            model.chain().value(),
            model.address().bytes(),
            MOST_OF_A_MODEL,
            client,
            since.atOffset(ZoneOffset.UTC),
            MOST_OF_A_CLIENT)
        .query(Boolean.class)
        .single();
  }

  private static ModelId model(ResultSet row) throws SQLException {
    return new ModelId(new ChainId(row.getLong(1)), Address.of(row.getBytes(2)));
  }

  private static PostedAccuracy read(ResultSet row, int number) throws SQLException {
    Long block = row.getObject(4, Long.class);
    return new PostedAccuracy(
        model(row),
        Hash32.of(row.getBytes(3)),
        block,
        new PostedFigure(row.getString(5)),
        row.getObject(6, OffsetDateTime.class).toInstant());
  }
}
