package org.sumscan.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.sumscan.catalog.Models;
import org.sumscan.chain.Chains;
import org.sumscan.chain.config.ConfiguredChain;
import org.sumscan.indexer.Indexer;
import org.sumscan.learning.ClassifierKind;
import org.sumscan.testing.Anvil;
import org.sumscan.testing.DeployedModel;
import org.sumscan.testing.ModelKit;
import org.sumscan.testing.Parts;
import org.sumscan.testing.TestDatabase;

class ConfiguredListingTest {

  private Instant now = Instant.EPOCH;

  private static final Map<String, Object> BY_HAND =
      Map.of("sumscan.indexer.enabled", false, "sumscan.registration.enabled", false);

  @Test
  void triesAConfiguredModelAgainEverMorePatientlyUntilItIsListed() {
    try (TestDatabase database = TestDatabase.create();
        Anvil anvil = Anvil.start();
        Parts parts =
            Parts.of(database, BY_HAND, "chain", "ledger", "indexer", "catalog", "registration")) {
      DeployedModel model =
          DeployedModel.unfinished(anvil, ModelKit.of(ClassifierKind.NAIVE_BAYES));
      ConfiguredChain chain =
          new ConfiguredChain(
              "test", List.of(anvil.url()), null, 0, 64, List.of(model.trainer()), true);
      parts.get(Indexer.class).index(parts.get(Chains.class).add(chain));
      Models models = parts.get(Models.class);

      ConfiguredListing listing = listing(parts);
      listing.step();
      assertThat(models.find(model.id())).isEmpty();

      model.handOver();
      listing.step();
      assertThat(models.find(model.id())).as("tried again at once").isEmpty();

      now = Instant.EPOCH.plusSeconds(2);
      listing.step();
      assertThat(models.replayable()).containsExactly(model.id());
    }
  }

  private ConfiguredListing listing(Parts parts) {
    Clock clock =
        new Clock() {
          @Override
          public Instant instant() {
            return now;
          }

          @Override
          public ZoneOffset getZone() {
            return ZoneOffset.UTC;
          }

          @Override
          public Clock withZone(ZoneId zone) {
            return this;
          }
        };
    return new ConfiguredListing(
        parts.get(Chains.class), parts.get(Models.class), parts.get(Registration.class), clock);
  }
}
