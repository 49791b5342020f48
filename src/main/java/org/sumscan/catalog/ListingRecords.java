package org.sumscan.catalog;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.sumscan.kernel.ModelId;

/**
 * Who had which model listed, when, and which warnings he accepted: written once, never changed.
 */
@Repository
public class ListingRecords {

  private final JdbcClient database;
  private final Clock clock;

  ListingRecords(JdbcClient database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /**
   * Writes one down.
   *
   * @param accepted the ids of the checks that warned
   * @param outcome what came of it, in a sentence of our own
   */
  public void add(
      ModelId model,
      UUID validation,
      @Nullable ClientMark client,
      List<String> accepted,
      String outcome) {
    database
        .sql(
            """
            insert into listing_record (chain_id, address, validation_id, client, accepted, outcome,
              recorded_at) values (?, ?, ?, ?, ?, ?, ?)
            """)
        .param(model.chain().value())
        .param(model.address().bytes())
        .param(validation)
        .param(client == null ? null : client.hash().bytes())
        .param(accepted.toArray(String[]::new))
        .param(ShownText.of(outcome, 1000))
        .param(Timestamp.from(clock.instant()))
        .update();
  }

  /** What came of each time that a model was to be listed, the oldest first. */
  public List<String> outcomes(ModelId model) {
    return database
        .sql(
            """
            select outcome from listing_record where chain_id = ? and address = ?
            order by recorded_at, id
            """)
        .params(model.chain().value(), model.address().bytes())
        .query(String.class)
        .list();
  }
}
