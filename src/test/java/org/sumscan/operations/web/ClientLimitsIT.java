package org.sumscan.operations.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sumscan.testing.Anvil;
import org.sumscan.testing.SumscanProcess;
import org.sumscan.testing.TestDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whoever asks for much is told when to come back, and is known by what he cannot choose. */
class ClientLimitsIT {

  private static final String EXPORT = "/api/v1/samples.csv";

  @TempDir Path folder;
  private TestDatabase database;

  @BeforeEach
  void create() {
    database = TestDatabase.create();
  }

  @AfterEach
  void close() {
    database.close();
  }

  private SumscanProcess start(String... settings) throws InterruptedException {
    Map<String, String> all = new HashMap<>();
    all.put("SPRING_DATASOURCE_URL", database.url());
    all.put("SUMSCAN_DEMO_ENABLED", "false");
    for (int i = 0; i < settings.length; i += 2) all.put(settings[i], settings[i + 1]);
    return SumscanProcess.start(folder, all).awaitReady();
  }

  @Test
  void aClientThatAsksForTooMuchIsToldWhenToComeBackWhateverItSaysOfItself() throws Exception {
    try (SumscanProcess sumscan = start()) {
      HttpResponse<String> refused = useUp(sumscan, "203.0.113.1");
      assertThat(refused.headers().firstValue("Retry-After"))
          .hasValueSatisfying(seconds -> assertThat(Integer.parseInt(seconds)).isBetween(1, 60));
      assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
      JsonNode problem = JsonMapper.shared().readTree(refused.body());
      assertThat(problem.get("detail").asString()).isEqualTo("Wait a little, then ask again.");
      assertThat(ask(sumscan, "X-Forwarded-For", "203.0.113.2")).isEqualTo(429);
      assertThat(ask(sumscan, "Forwarded", "for=203.0.113.3")).isEqualTo(429);
      assertThat(sumscan.get("/status").statusCode()).as("reading").isEqualTo(200);
    }
  }

  @Test
  void behindAProxyThatIsConfiguredAClientIsWhoTheProxySays() throws Exception {
    try (SumscanProcess sumscan = start("SERVER_FORWARD_HEADERS_STRATEGY", "native")) {
      useUp(sumscan, "203.0.113.1");
      assertThat(ask(sumscan, "X-Forwarded-For", "203.0.113.2")).as("another").isEqualTo(200);
      assertThat(ask(sumscan, "X-Forwarded-For", "198.51.100.9, 203.0.113.1"))
          .as("one who wrote a name before the proxy's")
          .isEqualTo(429);
    }
  }

  @Test
  void whoIsNoneOfTheConfiguredProxiesIsNotBelieved() throws Exception {
    try (SumscanProcess sumscan =
        start(
            "SERVER_FORWARD_HEADERS_STRATEGY",
            "native",
            "SERVER_TOMCAT_REMOTEIP_INTERNAL_PROXIES",
            "192.0.2.7/32")) {
      useUp(sumscan, "203.0.113.1");
      assertThat(ask(sumscan, "X-Forwarded-For", "203.0.113.2")).isEqualTo(429);
    }
  }

  @Test
  void anAccountOfWhichTooMuchIsFollowedIsToldWhenToComeBack() throws Exception {
    try (Anvil chain = Anvil.start();
        SumscanProcess sumscan =
            start(
                "SUMSCAN_CHAINS_0_RPC_URLS",
                chain.url().toString(),
                "SERVER_FORWARD_HEADERS_STRATEGY",
                "native")) {
      HttpResponse<String> answer = announce(sumscan, chain, 0);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
      for (int i = 1; i < 200 && answer.statusCode() == 202; i++) {
        answer = announce(sumscan, chain, i);
      }
      assertThat(answer.statusCode()).isEqualTo(429);
      assertThat(answer.headers().firstValue("Retry-After")).hasValue("600");
      assertThat(answer.body()).contains("Too many transactions of this account are followed");
    }
  }

  /** Announces a transaction that no node has seen, each as another client. */
  private static HttpResponse<String> announce(SumscanProcess sumscan, Anvil chain, int number)
      throws Exception {
    String body =
        "{\"chainId\":31337,\"hash\":\"0x%064x\",\"account\":\"%s\",\"purpose\":\"refund\"}"
            .formatted(number + 1, chain.accounts().get(1));
    return sumscan.send(
        HttpRequest.newBuilder(sumscan.url().resolve("/api/v1/transactions"))
            .header("Content-Type", "application/json")
            .header("X-Forwarded-For", "203.0.113." + number)
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build());
  }

  /** Asks as one client until it is refused. */
  private static HttpResponse<String> useUp(SumscanProcess sumscan, String client)
      throws Exception {
    HttpResponse<String> answer = answer(sumscan, "X-Forwarded-For", client);
    for (int i = 1;
        i < 2 * Objects.requireNonNull(RequestClass.EXPORT.rate()).burst()
            && answer.statusCode() == 200;
        i++) {
      answer = answer(sumscan, "X-Forwarded-For", client);
    }
    assertThat(answer.statusCode()).isEqualTo(429);
    return answer;
  }

  private static int ask(SumscanProcess sumscan, String header, String value) throws Exception {
    return answer(sumscan, header, value).statusCode();
  }

  private static HttpResponse<String> answer(SumscanProcess sumscan, String header, String value)
      throws Exception {
    return sumscan.send(
        HttpRequest.newBuilder(sumscan.url().resolve(EXPORT)).header(header, value).build());
  }
}
