package org.sumscan.operations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sumscan.testing.Anvil;
import org.sumscan.testing.SumscanProcess;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SecretUrlsIT {

  private static final List<String> SECRETS =
      List.of("us3rn4me", "pa55word", "qu3ry-key", "p4th-key");

  private static final List<String> PLACES =
      List.of("/", "/status", "/samples", "/api/v1/status", "/api/v1/chains", "/api/v1/models");

  @Test
  void neverLeaveTheServerWhetherTheNodeAnswersOrNot(@TempDir Path data) throws Exception {
    Anvil anvil = Anvil.start();
    URI url = anvil.url();
    String secret =
        "http://us3rn4me:pa55word@127.0.0.1:%d/?apikey=qu3ry-key".formatted(url.getPort());
    String silent = "http://us3rn4me:pa55word@127.0.0.1:1/p4th-key?apikey=qu3ry-key";
    Map<String, String> settings =
        Map.of(
            "SUMSCAN_CHAINS_0_NAME", "Secret",
            "SUMSCAN_CHAINS_0_RPC_URLS", secret + "," + silent,
            "SUMSCAN_CHAINS_0_PUBLIC_RPC_URL", "https://rpc.example/open",
            "SUMSCAN_CHAINS_0_EXPLORER_URL", "https://explorer.example");
    try (SumscanProcess sumscan = SumscanProcess.start(data, settings)) {
      sumscan.awaitReady();
      requireSilence(sumscan);
      JsonNode chain = JsonMapper.shared().readTree(sumscan.get("/api/v1/chains").body()).get(0);
      assertThat(chain.get("publicRpcUrl").asString()).isEqualTo("https://rpc.example/open");
      assertThat(chain.get("explorer").asString()).isEqualTo("https://explorer.example");
      anvil.close();
      awaitError(sumscan);
      requireSilence(sumscan);
    } finally {
      anvil.close();
    }
  }

  private static void requireSilence(SumscanProcess sumscan)
      throws IOException, InterruptedException {
    for (String place : PLACES) {
      assertThat(sumscan.get(place).body()).as(place).isNotBlank().doesNotContain(SECRETS);
    }
    assertThat(sumscan.output()).doesNotContain(SECRETS);
  }

  private static void awaitError(SumscanProcess sumscan) {
    sumscan.await(
        "its status names an error",
        () -> {
          JsonNode status = JsonMapper.shared().readTree(sumscan.get("/api/v1/status").body());
          return status.at("/chains/0/error").isString();
        });
  }
}
