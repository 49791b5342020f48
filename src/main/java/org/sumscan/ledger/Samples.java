package org.sumscan.ledger;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sumscan.kernel.LogPosition;
import org.sumscan.kernel.LogRef;
import org.sumscan.kernel.ModelId;

/** The samples of listed models; those of any other contract are not here. */
@Repository
public class Samples {

  private final JdbcClient database;

  /** Works on that database. */
  public Samples(JdbcClient database) {
    this.database = database;
  }

  /**
   * A model's samples after a position, in the order of the chain, without their claims (which are
   * {@link ClaimTotals#NONE}); ends where the index still has a gap.
   *
   * @param limit how many at most
   */
  public OrderedSamples inOrder(ModelId model, LogPosition after, int limit) {
    throw new UnsupportedOperationException(database.toString());
  }

  /**
   * Finds samples.
   *
   * @throws InvalidCursor if the cursor was not given out for this search
   */
  public SamplePage search(SampleQuery query) {
    throw new UnsupportedOperationException(database.toString());
  }

  /** How many samples a search would find in all, counted up to {@link BoundedCount#MOST}. */
  public BoundedCount count(SampleQuery query) {
    throw new UnsupportedOperationException(database.toString());
  }

  /** The sample of a log. */
  public Optional<Sample> find(LogRef log) {
    throw new UnsupportedOperationException(database.toString());
  }

  /** Sums over each model's samples and claims; a model that is not listed is missing. */
  public Map<ModelId, ModelTotals> totals(Collection<ModelId> models) {
    throw new UnsupportedOperationException(database.toString());
  }

  /** Sums over all listed models. */
  public LedgerTotals totals() {
    throw new UnsupportedOperationException(database.toString());
  }
}
