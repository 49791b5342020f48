package org.sumscan.ledger.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.sumscan.kernel.ChainId;
import org.sumscan.testing.TestDatabase;
import org.sumscan.testing.Waiting;

class ChainLockTest {

  private static final ChainId CHAIN = new ChainId(5);

  @Test
  void whoWaitsForAListingDoesNotHoldTheTailThatTheListingNeedsNext() throws SQLException {
    try (TestDatabase database = TestDatabase.create();
        Connection listing = database.dataSource().getConnection()) {
      database.jdbc().sql("insert into chain (id, name, first_block) values (5, '', 0)").update();
      listing.setAutoCommit(false);
      Sql.query(listing, "select 1 from chain where id = 5 for update", row -> 0);
      CompletableFuture<Boolean> settling =
          CompletableFuture.supplyAsync(
              () ->
                  DatabaseTransaction.run(
                      database.dataSource(),
                      connection -> {
                        ChainLock.tail(connection, CHAIN);
                        return true;
                      }));
      Waiting.until(
          "a transaction waits for a lock",
          () ->
              database
                  .jdbc()
                  .sql(
                      """
                      select exists (select 1 from pg_stat_activity
                        where datname = current_database() and wait_event_type = 'Lock')
                      """)
                  .query(Boolean.class)
                  .single());

      assertThat(
              Sql.query(listing, "select pg_try_advisory_xact_lock(5)", row -> row.getBoolean(1)))
          .containsExactly(true);

      listing.commit();
      assertThat(settling.join()).isTrue();
    }
  }
}
