package org.sumscan.transactions;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sumscan.chain.ChainNode;
import org.sumscan.chain.Chains;
import org.sumscan.chain.config.ConfiguredChain;
import org.sumscan.kernel.Hash32;
import org.sumscan.testing.Anvil;
import org.sumscan.testing.Parts;
import org.sumscan.testing.TestDatabase;

class WatchEngineTest {

  private static final Map<String, Object> BY_HAND =
      Map.of(
          "sumscan.indexer.enabled", false,
          "sumscan.registration.enabled", false,
          "sumscan.transactions.enabled", false);

  @Test
  void looksAtTheOthersWhereOneCannotBeKept() {
    try (TestDatabase database = TestDatabase.create();
        Anvil anvil = Anvil.start();
        Parts parts =
            Parts.of(
                database,
                BY_HAND,
                "chain",
                "ledger",
                "indexer",
                "catalog",
                "registration",
                "transactions")) {
      ChainNode node = parts.get(Chains.class).add(ConfiguredChain.embedded("test", anvil.url()));
      SubmittedTransaction poisoned = announce(parts, node, anvil, "aa", Instant.EPOCH);
      SubmittedTransaction sound = announce(parts, node, anvil, "bb", Instant.EPOCH.plusSeconds(1));
      database
          .jdbc()
          .sql(
              """
              create function refuse() returns trigger language plpgsql as
              $$ begin raise 'it cannot be kept'; end $$;
              create trigger refuse before update on watched_transaction for each row
              when (new.reason <> old.reason and new.hash = '\\x%s') execute function refuse()
              """
                  .formatted(poisoned.hash().toString().substring(2)))
          .update();
      parts.get(WatchEngine.class).step();
      assertThat(reason(parts, sound)).isNotBlank().doesNotContain("yet");
      assertThat(reason(parts, poisoned)).contains("yet");
    }
  }

  private static SubmittedTransaction announce(
      Parts parts, ChainNode node, Anvil anvil, String twoDigits, Instant at) {
    SubmittedTransaction announced =
        new SubmittedTransaction(
            node.id(),
            Hash32.of("0x" + twoDigits.repeat(32)),
            anvil.accounts().get(1),
            TransactionKind.REFUND,
            null,
            null);
    parts.get(WatchRows.class).add(announced, TransactionProgress.announced(at), at);
    return announced;
  }

  private static String reason(Parts parts, SubmittedTransaction announced) {
    return parts
        .get(WatchRows.class)
        .find(announced.chain(), announced.hash())
        .orElseThrow()
        .progress()
        .reason();
  }
}
