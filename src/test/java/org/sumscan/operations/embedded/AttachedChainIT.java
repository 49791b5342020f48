package org.sumscan.operations.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sumscan.testing.Anvil;
import org.sumscan.testing.SumscanProcess;
import org.sumscan.testing.TestDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * With a database and an anvil that others run, as in docker-compose.yml, the demo is there too.
 */
class AttachedChainIT {

  @TempDir Path folder;

  @Test
  void showsTheDemoOnAnAnvilThatSomeoneElseRuns() throws Exception {
    long birth = Instant.now().minus(Duration.ofDays(28)).getEpochSecond();
    try (TestDatabase database = TestDatabase.create();
        Anvil anvil =
            Anvil.start(
                "--timestamp",
                String.valueOf(birth),
                "--prune-history",
                "64",
                "--no-request-size-limit")) {
      Path data = folder.resolve("data");
      Map<String, String> settings =
          Map.of(
              "SPRING_DATASOURCE_URL", database.url(),
              "SUMSCAN_DEMO_CHAIN_URL", anvil.url().toString());
      String first;
      try (SumscanProcess sumscan = SumscanProcess.start(data, settings)) {
        sumscan.awaitReady();
        assertThat(sumscan.children()).as("what it started").isEmpty();
        first = trainers(sumscan);
        assertThat(sumscan.stop()).isEqualTo(143);
      }
      assertThat(data).doesNotExist();
      assertThat(anvil.head()).as("the chain outlives it").isGreaterThan(400);
      try (SumscanProcess again = SumscanProcess.start(data, settings)) {
        again.awaitReady();
        assertThat(trainers(again)).isEqualTo(first);
      }
    }
  }

  private static String trainers(SumscanProcess sumscan) throws Exception {
    JsonNode models =
        JsonMapper.shared().readTree(sumscan.get("/api/models?limit=100").body()).get("models");
    assertThat(models.size()).isGreaterThanOrEqualTo(5);
    return models.findValuesAsString("address").stream().sorted().toList().toString();
  }
}
