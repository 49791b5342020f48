package org.sumscan.accuracy;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Limit;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.sumscan.accuracy.series.Outcome;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.ModelId;
import org.sumscan.persistence.ModelKey;

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

  private final PostedAccuracyRows rows;
  private final PostedListingRows listings;
  private final JdbcClient database;
  private final Clock clock;

  PostedAccuracies(
      PostedAccuracyRows rows, PostedListingRows listings, JdbcClient database, Clock clock) {
    this.rows = rows;
    this.listings = listings;
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
    ModelKey key = ModelKey.of(model);
    Optional<PostedAccuracy> earlier = rows.findByModelAndTransaction(key, transaction);
    if (earlier.isPresent()) {
      return earlier.get().says(block, figure) ? Outcome.SAME : Outcome.OTHER;
    }
    if (isFull(key, client)) return Outcome.FULL;
    rows.save(new PostedAccuracy(key, transaction, block, figure, client, clock.instant()));
    return Outcome.KEPT;
  }

  private boolean isFull(ModelKey model, String client) {
    return rows.countByModel(model) >= MOST_OF_A_MODEL
        || rows.countByClientAndAtAfter(client, clock.instant().minus(DAY)) >= MOST_OF_A_CLIENT;
  }

  /** The accuracies posted for a model by time, the oldest first; of too many the latest. */
  @Transactional(readOnly = true)
  public List<PostedAccuracy> of(ModelId model, int limit) {
    return rows.findByModelOrderByAtDescIdDesc(ModelKey.of(model), Limit.of(limit)).reversed();
  }

  /** Remembers that a model was listed because someone posted it, with the accuracy they gave. */
  @Transactional
  public void listed(ModelId model, @Nullable PostedFigure figure) {
    listings.addOnce(
        model.chain().value(),
        model.address().bytes(),
        figure == null ? null : figure.json(),
        clock.instant());
  }

  /** The accuracies posted with those of these models that were listed because of a post. */
  @Transactional(readOnly = true)
  public Map<ModelId, PostedFigure> ofListings(Collection<ModelId> models) {
    Map<ModelId, PostedFigure> figures = new HashMap<>();
    List<ModelKey> keys = models.stream().map(ModelKey::of).toList();
    for (PostedListing listing : listings.findByJsonNotNullAndModelIn(keys)) {
      if (listing.figure() instanceof PostedFigure figure) figures.put(listing.model(), figure);
    }
    return figures;
  }
}
