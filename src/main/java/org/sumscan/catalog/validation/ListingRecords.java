package org.sumscan.catalog.validation;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.sumscan.kernel.ModelId;
import org.sumscan.persistence.ModelKey;

/** Who had which model listed, when, and which warnings they accepted: append-only. */
@Repository
@Transactional
public class ListingRecords {

  private final ListingRecordRows rows;
  private final Clock clock;

  ListingRecords(ListingRecordRows rows, Clock clock) {
    this.rows = rows;
    this.clock = clock;
  }

  /**
   * Writes one down.
   *
   * @param accepted the ids of the checks that warned
   * @param outcome whether the model was listed or why not, in a sentence of our own
   */
  public void add(
      ModelId model,
      UUID validation,
      @Nullable ClientMark client,
      List<String> accepted,
      String outcome) {
    rows.save(new ListingRecord(model, validation, client, accepted, outcome, clock.instant()));
  }

  /** The outcome of each time that a model was to be listed, the oldest first. */
  @Transactional(readOnly = true)
  public List<String> outcomes(ModelId model) {
    return rows.findByModelOrderByRecordedAtAscIdAsc(ModelKey.of(model)).stream()
        .map(ListingRecord::outcome)
        .toList();
  }
}
