package org.sumscan.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sumscan.contracts.TrainerCall;
import org.sumscan.demo.chain.AnvilRpc;
import org.sumscan.demo.chain.EmbeddedNode;
import org.sumscan.demo.live.ModelTracker;
import org.sumscan.demo.models.Deployment;
import org.sumscan.demo.models.Designs;
import org.sumscan.demo.scenario.SimulatedModel;
import org.sumscan.demo.scenario.SimulatedSample;
import org.sumscan.incentive.claim.ClaimKind;
import org.sumscan.incentive.claim.Verdict;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.Hex;
import org.sumscan.kernel.UInt256;
import org.sumscan.testing.SumscanProcess;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a newcomer does with the demo's wallet, from the first start on. */
class DemoWalletIT {

  private static final JsonMapper JSON = JsonMapper.shared();

  private SumscanProcess sumscan;
  private String base;
  private String token;
  private String account;

  @Test
  void refundsReportsAndTakesWhatWasLeftWithNothingInstalled(@TempDir Path data) throws Exception {
    try (SumscanProcess started = SumscanProcess.start(data)) {
      sumscan = started.awaitReady();
      base = "http://localhost:" + sumscan.url().getPort();
      token = meta("sumscan-token");
      assertThat(meta("sumscan-demo-wallet")).isEqualTo("/api/demo-wallet");
      account = wallet("eth_accounts", List.of()).get(0).asString();
      assertThat(account.toLowerCase(Locale.ROOT)).startsWith("0xa0ee").endsWith("9720");
      assertThat(chain().at("/publicRpcUrl").asString()).startsWith("http://localhost:");
      assertThat(chain().at("/signing/allowed").asBoolean()).isTrue();
      try (AnvilRpc rpc = new AnvilRpc(sumscan.chain())) {
        for (ClaimKind way :
            List.of(ClaimKind.REFUND, ClaimKind.REPORT_SHARE, ClaimKind.REPORT_ANYONE))
          claim(rpc, way);
      }
    }
  }

  /** Claims from the first sample that is ripe by what the chain has said so far. */
  private void claim(AnvilRpc rpc, ClaimKind way) throws Exception {
    EmbeddedNode node = EmbeddedNode.takeOver(rpc, new ReentrantLock());
    List<Deployment> deployments = Deployment.of(Designs.all(1), node.accounts());
    ModelTracker follower = new ModelTracker(node, deployments, node.genesis());
    follower.follow();
    for (SimulatedModel model : follower.models()) {
      for (SimulatedSample sample : model.open()) {
        if (way(model, sample, node.head().time()) != way) continue;
        send(model, sample, way);
        return;
      }
    }
    throw new AssertionError("nothing is ripe: " + way);
  }

  private @Nullable ClaimKind way(SimulatedModel model, SimulatedSample sample, long now) {
    Address visitor = Address.of(account);
    Verdict verdict =
        sample.author().equals(visitor)
            ? model.judgeRefund(sample, now)
            : model.judgeReport(sample, visitor, now);
    return verdict instanceof Verdict.Allowed allowed && !allowed.amount().isZero()
        ? allowed.kind()
        : null;
  }

  private void send(SimulatedModel model, SimulatedSample sample, ClaimKind way) throws Exception {
    UInt256 time = UInt256.of(sample.addedTime());
    TrainerCall call =
        way == ClaimKind.REFUND
            ? new TrainerCall.Refund(sample.features(), sample.label(), time)
            : new TrainerCall.Report(sample.features(), sample.label(), time, sample.author());
    Map<String, String> transaction =
        Map.of(
            "from", account,
            "to", model.trainer().toString(),
            "data", Hex.text(call.encode()));
    String hash = wallet("eth_sendTransaction", List.of(transaction)).asString();
    follow(hash, way == ClaimKind.REFUND ? "refund" : "report");
  }

  private void follow(String hash, String kind) throws Exception {
    Map<String, Object> announced =
        Map.of("chainId", 31337, "hash", hash, "account", account, "purpose", kind);
    JsonNode watched = post("/api/v1/transactions", announced);
    assertThat(watched.path("hash").asString("")).as(watched.toString()).isEqualTo(hash);
    String path = "/transactions/31337/" + hash;
    sumscan.await(
        "a node has shown the transaction",
        () -> !get("/api/v1" + path).get("state").asString().equals("unknown"));
    sumscan.await(
        "the transaction is indexed",
        () -> {
          String state = get("/api/v1" + path).get("state").asString();
          assertThat(state).isIn("sent", "included", "indexed");
          return state.equals("indexed");
        });
    HttpResponse<String> page = sumscan.get(path);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.body()).contains("In a block and indexed");
  }

  private String meta(String name) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(base + "/")).build();
    Matcher found =
        Pattern.compile("<meta name=\"" + name + "\" content=\"([^\"]+)\"")
            .matcher(sumscan.send(request).body());
    assertThat(found.find()).as(name).isTrue();
    return found.group(1);
  }

  private JsonNode chain() throws Exception {
    return get("/api/v1/chains").get(0);
  }

  private JsonNode wallet(String method, List<?> parameters) throws Exception {
    JsonNode answer =
        post(
            "/api/demo-wallet",
            Map.of("jsonrpc", "2.0", "id", 1, "method", method, "params", parameters));
    assertThat(answer.has("result")).as(answer.toString()).isTrue();
    return answer.get("result");
  }

  private JsonNode get(String path) throws IOException, InterruptedException {
    return JSON.readTree(sumscan.get(path).body());
  }

  private JsonNode post(String path, Map<String, ?> body) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Content-Type", "application/json")
            .header("Origin", base)
            .header("X-Sumscan-Token", token)
            .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)))
            .build();
    return JSON.readTree(sumscan.send(request).body());
  }
}
