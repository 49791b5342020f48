package org.sumscan.testing;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SupportTest {

  @Test
  void eachDatabaseIsFreshAndHasTheSchema() {
    try (TestDatabase one = TestDatabase.create();
        TestDatabase other = TestDatabase.create()) {
      one.jdbc().sql("insert into chain (id, name, first_block) values (1, 'a', 0)").update();
      assertThat(count(one)).isEqualTo(1);
      assertThat(count(other)).isZero();
    }
  }

  @Test
  void aChainMinesAndForgets() {
    try (Anvil anvil = Anvil.start()) {
      String start = anvil.snapshot();
      anvil.mine(3);
      assertThat(anvil.head()).isEqualTo(3);
      anvil.revert(start);
      assertThat(anvil.head()).isZero();
      assertThat(anvil.accounts()).hasSize(10);
    }
  }

  private static long count(TestDatabase database) {
    return database.jdbc().sql("select count(*) from chain").query(Long.class).single();
  }
}
