package org.sumscan.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.sumscan.testing.TestDatabase;

class OneRowOfContractsMigrationTest {

  /** Two models, of which the index lists the first alone. */
  private static final String BEFORE =
      """
      insert into chain (id, name, first_block) values (1, '', 0);
      insert into emitter (chain_id, address, listed)
        select 1, decode(lpad('1', 40, '0'), 'hex'), true;
      insert into part select id, address, address, address, address, 'points/2', 1, 2, 3
        from emitter;
      insert into model
        select 1, decode(lpad(i::text, 40, '0'), 'hex'), 'model ' || i, '', '', 'naive-bayes/2',
          'points/2', a, a, a, a, null, 1, 2, 3, 0, array['no'], null, null, null, 0, now(),
          'LISTED', null, 0, false, false
        from generate_series(1, 2) i, decode(lpad('1', 40, '0'), 'hex') a
      """;

  @Test
  void keepsTheModelsThatTheIndexLists() {
    try (TestDatabase database = TestDatabase.create()) {
      Flyway.configure().dataSource(database.dataSource()).cleanDisabled(false).load().clean();
      migrate(database, "13");
      database.jdbc().sql(BEFORE).update();
      migrate(database, "14");
      assertThat(
              names(database, "select name from model_listing where incentive_rules = 'points/2'"))
          .isEqualTo("model 1");
      assertThat(
              names(
                  database,
                  "select name from model join part using (chain_id, address) where refund_wait ="
                      + " 1"))
          .isEqualTo("model 1");
    }
  }

  private static String names(TestDatabase database, String sql) {
    return String.join(", ", database.jdbc().sql(sql).query(String.class).list());
  }

  private static void migrate(TestDatabase database, String target) {
    Flyway.configure().dataSource(database.dataSource()).target(target).load().migrate();
  }
}
