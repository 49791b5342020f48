package org.sumscan.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.sumscan.Sumscan;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.Hash32;
import org.sumscan.learning.ClassifierKind;
import org.sumscan.learning.LearningRules;
import org.sumscan.testing.Anvil;
import org.sumscan.testing.DeployedModel;
import org.sumscan.testing.FakeNode;
import org.sumscan.testing.ModelKit;
import org.sumscan.testing.OriginalsKit;
import org.sumscan.testing.TestDatabase;
import org.sumscan.testing.Waiting;
import org.web3j.crypto.ContractUtils;
import tools.jackson.databind.JsonNode;

/** An unchanged client of the original system, at work with a server that knows no model yet. */
class OriginalClientIT {

  private static TestDatabase database;
  private static Anvil anvil;
  private static FakeNode node;
  private static ServletWebServerApplicationContext application;
  private static OriginalClient client;
  private static DeployedModel listed;
  private static String id;

  @BeforeAll
  static void start() {
    database = TestDatabase.create();
    anvil = Anvil.start();
    node = FakeNode.before(anvil.url());
    application =
        (ServletWebServerApplicationContext)
            new SpringApplicationBuilder(Sumscan.class)
                .run(
                    "--spring.datasource.url=" + database.url(),
                    "--sumscan.chains[0].name=Test",
                    "--sumscan.chains[0].rpc-urls=" + node.url(),
                    "--sumscan.demo.enabled=false",
                    "--sumscan.indexer.poll-interval=100ms",
                    "--server.address=127.0.0.1",
                    "--server.port=0");
    client = new OriginalClient("http://127.0.0.1:" + application.getWebServer().getPort());
    Waiting.until("it is healthy", () -> client.get("/api/health").statusCode() == 200);
    listed = DeployedModel.of(anvil, ModelKit.of(ClassifierKind.DENSE_PERCEPTRON));
    assertThat(saved(listed.trainer()).body()).isEqualTo("OK");
    id = client.model(null, listed.trainer().toString()).get("id").asString();
  }

  @AfterAll
  static void stop() {
    application.close();
    node.close();
    anvil.close();
    database.close();
  }

  private static HttpResponse<String> saved(Address address) {
    return client.saveModel("What its page calls it", address.toString(), "0.81");
  }

  @Test
  void listsWhatItPostsUnderTheContractsOwnName() {
    assertThat(client.isHealthy()).isTrue();
    JsonNode model = client.model(null, listed.trainer().toString().toLowerCase(Locale.ROOT));
    assertThat(model.get("name").asString()).isEqualTo("A dense-perceptron");
    assertThat(model.get("address").asString()).isEqualTo(listed.trainer().toString());
    assertThat(model.get("modelType").asString()).isEqualTo("Classifier64");
    assertThat(model.get("accuracy").asString()).isEqualTo("0.81");
    assertThat(model.get("accuracy").isString()).isTrue();
    assertThat(client.model(id, null)).isEqualTo(model);
    JsonNode all = client.models(null, 1000);
    assertThat(all.get("remaining").asInt()).isZero();
    assertThat(all.get("models")).contains(model);
  }

  @Test
  void mayPostAModelAgainWithoutChangingAnything() {
    HttpResponse<String> again = client.saveModel("Other", listed.trainer().toString(), "0.99");
    assertThat(again.statusCode()).isEqualTo(200);
    assertThat(again.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
    assertThat(client.model(id, null).get("accuracy").asString()).isEqualTo("0.81");
  }

  @Test
  void maySaveAModelWhoseBlockIsOnlyBeingMined() throws Exception {
    DeployedModel late = DeployedModel.of(anvil, ModelKit.of(ClassifierKind.NAIVE_BAYES));
    String snapshot = anvil.call("eth_blockNumber").asString();
    assertThat(snapshot).startsWith("0x");
    Address notYet = next();
    CountDownLatch looked = new CountDownLatch(1);
    node.bend(
        "eth_getCode",
        (question, code) -> {
          if (question.at("/params/0").asString().equals(notYet.lowerCase())) looked.countDown();
          return code;
        });
    CompletableFuture<HttpResponse<String>> answer =
        CompletableFuture.supplyAsync(() -> saved(notYet));
    assertThat(looked.await(1, TimeUnit.MINUTES)).as("the server has looked in vain").isTrue();
    DeployedModel arrived = deployedAt(notYet, late);
    arrived.handOver();
    assertThat(answer.get().body()).isEqualTo("OK");
    assertThat(client.model(null, notYet.toString()).get("name").asString())
        .isEqualTo("A naive-bayes");
  }

  /** Where the fifth account's next contract will be. */
  private static Address next() {
    String nonce =
        anvil
            .call("eth_getTransactionCount", anvil.accounts().get(5).toString(), "latest")
            .asString();
    return Address.of(
        ContractUtils.generateContractAddress(
            anvil.accounts().get(5).toString(), new BigInteger(nonce.substring(2), 16)));
  }

  private static DeployedModel deployedAt(Address expected, DeployedModel like) {
    DeployedModel fresh = DeployedModel.unfinished(anvil, ModelKit.of(ClassifierKind.NAIVE_BAYES));
    Hash32 creation = creationOf(fresh.trainer());
    String input =
        anvil.call("eth_getTransactionByHash", creation.toString()).get("input").asString();
    JsonNode receipt =
        anvil.execute(Map.of("from", anvil.accounts().get(5).toString(), "input", input));
    assertThat(Address.of(receipt.get("contractAddress").asString())).isEqualTo(expected);
    assertThat(fresh.trainer()).isNotEqualTo(like.trainer());
    return new DeployedModel(
        anvil, expected, fresh.classifier(), fresh.handler(), fresh.mechanism());
  }

  private static Hash32 creationOf(Address contract) {
    for (long block = anvil.head(); block > 0; block--) {
      for (JsonNode receipt : anvil.call("eth_getBlockReceipts", "0x" + Long.toHexString(block))) {
        JsonNode created = receipt.get("contractAddress");
        if (created.isString() && Address.of(created.asString()).equals(contract)) {
          return Hash32.of(receipt.get("transactionHash").asString());
        }
      }
    }
    throw new IllegalStateException("nobody created " + contract);
  }

  @Test
  void acceptsTheWarningsOfTheValidationOfWhatItPosts() {
    ModelKit kit = ModelKit.of(LearningRules.of(ClassifierKind.NAIVE_BAYES, 1));
    DeployedModel warned = OriginalsKit.points(anvil, kit);
    assertThat(saved(warned.trainer()).body()).isEqualTo("OK");
    assertThat(accepted(warned)).contains("bytecode");
    assertThat(accepted(listed)).doesNotContain("bytecode");
  }

  /** The checks whose warnings were accepted when the model was listed, as is written down. */
  private static List<String> accepted(DeployedModel model) {
    return database
        .jdbc()
        .sql(
            """
            select coalesce(array_to_string(r.accepted, ' '), '') || ' ' || v.verdict
            from listing_record r join validation v on v.id = r.validation_id
            where r.address = ? and r.outcome = 'It is listed.'
            """)
        .param(model.trainer().bytes())
        .query((row, number) -> List.of(row.getString(1).split(" ")))
        .single();
  }

  @Test
  void isToldWhyWhatItPostsIsNoModel() {
    HttpResponse<String> refused = saved(listed.classifier());
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(OriginalClient.json(refused).get("message").asString()).contains("()");
    assertThat(client.get("/api/model?address=" + listed.classifier()).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"address\":\"0x70997970C51812dc3A010C7d01b50e0d17dc79C8\"}",
        "{\"name\":\"\",\"address\":\"0x70997970C51812dc3A010C7d01b50e0d17dc79C8\"}",
        "{\"name\":\"x\"}",
        "{\"name\":\"x\",\"address\":12}",
        "{\"name\":\"x\",\"address\":\"70997970C51812dc3A010C7d01b50e0d17dc79C8\"}",
        "{\"name\":\"x\",\"address\":\"0x12\"}"
      })
  void isToldThatItsBodyIsInvalid(String body) {
    HttpResponse<String> refused = client.post("/api/models", body, "application/json");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(OriginalClient.json(refused).get("message").asString())
        .isEqualTo("The body is invalid.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/api/models", "/api/data", "/api/accuracy"})
  void isAskedForJsonAndNothingElse(String path) {
    for (String type : List.of("text/plain", "application/x-www-form-urlencoded")) {
      HttpResponse<String> refused = client.post(path, "{\"name\":\"x\"}", type);
      assertThat(refused.statusCode()).isEqualTo(415);
      assertThat(OriginalClient.json(refused).get("message").asString()).isNotBlank();
    }
    assertThat(client.post(path, "{", "application/json").statusCode()).isEqualTo(400);
  }

  /** The original of a transaction, once it is there. */
  private static String textOf(String hash) {
    return Waiting.until(
            "the original is there", () -> client.originalData(hash), data -> data.has("text"))
        .get("text")
        .asString();
  }

  @Test
  void savesDataBeforeItsBlockAndFindsItOnceItMatches() {
    anvil.automine(false);
    String hash;
    try {
      hash = listed.add(1, new long[] {600_000_000, -800_000_000, 0, 0}, 1).toString();
      assertThat(client.saveOriginalData(hash, "something else").body()).isEqualTo("OK");
      assertThat(client.saveOriginalData(hash, "[600000000, -800000000, 0, 0]").body())
          .isEqualTo("OK");
      assertThat(client.saveOriginalData(hash, "[600000000, -800000000, 0, 0]").statusCode())
          .isEqualTo(200);
      assertThat(client.originalData(hash).propertyNames()).isEmpty();
    } finally {
      anvil.automine(true);
      anvil.mine(1);
    }
    assertThat(textOf(hash)).isEqualTo("[600000000, -800000000, 0, 0]");
    HttpResponse<String> other = client.saveOriginalData(hash, "too late");
    assertThat(other.statusCode()).isEqualTo(409);
    assertThat(OriginalClient.json(other).get("message").asString()).isNotBlank();
  }

  @Test
  void savesForAnImageModelTheWordsThatItsPageSendsInThePlaceOfAPicture() {
    DeployedModel images =
        DeployedModel.of(anvil, ModelKit.of(ClassifierKind.DENSE_PERCEPTRON), "MobileNetV2");
    saved(images.trainer());
    String hash = images.add(1, new long[] {600_000_000, -800_000_000, 0, 0}, 1).toString();
    anvil.receipt(Hash32.of(hash));
    String words = "[\"0x23c34600\",\"-0x2faf0800\",\"0x0\",\"0x0\"]";
    assertThat(client.saveOriginalData(hash, "[\"0x1\"]").body()).isEqualTo("OK");
    assertThat(client.saveOriginalData(hash, words).body()).isEqualTo("OK");
    assertThat(textOf(hash)).isEqualTo(words);
    assertThat(client.saveOriginalData(hash, "[\"0x2\"]").statusCode()).isEqualTo(409);
    assertThat(client.get("/samples/31337/" + hash + "/0").body())
        .contains("these features themselves were sent, as hexadecimal words")
        .doesNotContain("-0x2faf0800");
  }

  @Test
  void findsNoDataForTransactionsThatNobodyKnows() {
    assertThat(client.get("/api/data/0x" + "ab".repeat(32)).body())
        .isEqualTo("{\"originalData\":{}}");
    assertThat(client.get("/api/data/nonsense").body()).isEqualTo("{\"originalData\":{}}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/data|{\"transactionHash\":\"0x12\",\"originalData\":{\"text\":\"x\"}}",
        "/api/data|{\"originalData\":{\"text\":\"x\"}}",
        "/api/data|{\"transactionHash\":\"HASH\"}",
        "/api/data|{\"transactionHash\":\"HASH\",\"originalData\":\"x\"}",
        "/api/data|{\"transactionHash\":\"HASH\",\"originalData\":{\"text\":1}}",
        "/api/accuracy|{\"transactionHash\":\"HASH\",\"modelId\":\"7\",\"accuracy\":1}",
        "/api/accuracy|{\"transactionHash\":\"HASH\",\"modelId\":\"ID\"}",
        "/api/accuracy|{\"transactionHash\":\"HASH\",\"modelId\":\"ID\",\"accuracy\":\"much\"}",
        "/api/accuracy|{\"transactionHash\":\"HASH\",\"modelId\":\"ID\",\"accuracy\":[1]}",
        "/api/accuracy|{\"transactionHash\":\"HASH\",\"modelId\":\"ID\",\"accuracy\":1,\"blockNumber\":-1}"
      })
  void isToldWhatIsWrongWithWhatItPosts(String path, String body) {
    String filled = body.replace("HASH", "0x" + "cd".repeat(32)).replace("ID", id);
    HttpResponse<String> refused = client.post(path, filled, "application/json");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(OriginalClient.json(refused).get("message").asString()).isNotBlank();
  }

  @Test
  void keepsATextWithANulWhole() {
    String hash = "0x" + "ef".repeat(32);
    assertThat(client.saveOriginalData(hash, "a\u0000b").statusCode()).isEqualTo(200);
  }

  @Test
  void findsTheAccuraciesThatItPostedAsItPostedThem() {
    DeployedModel other = DeployedModel.of(anvil, ModelKit.of(ClassifierKind.NEAREST_CENTROID));
    saved(other.trainer());
    String model = client.model(null, other.trainer().toString()).get("id").asString();
    assertThat(client.accuracyHistory(model).statusCode()).isEqualTo(404);
    String first = "0x" + "01".repeat(32);
    String second = "0x" + "02".repeat(32);
    assertThat(client.saveAccuracy(first, 7, model, 0.875).body()).isEqualTo("OK");
    assertThat(client.saveAccuracy(second, 8, model, "91.50").body()).isEqualTo("OK");
    assertThat(client.saveAccuracy(first, 7, model, 0.875).statusCode()).isEqualTo(200);
    assertThat(client.saveAccuracy(first, 7, model, 0.9).statusCode()).isEqualTo(409);
    JsonNode history = OriginalClient.json(client.accuracyHistory(model)).get("accuracyHistory");
    assertThat(history).hasSize(2);
    assertThat(history.get(0).get("accuracy").isNumber()).isTrue();
    assertThat(history.get(0).get("accuracy").asDouble()).isEqualTo(0.875);
    assertThat(history.get(0).get("blockNumber").asLong()).isEqualTo(7);
    assertThat(history.get(0).get("modelId").asString()).isEqualTo(model);
    assertThat(history.get(0).get("timestamp").asString())
        .matches("\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d");
    assertThat(history.get(1).get("accuracy").asString()).isEqualTo("91.50");
    assertThat(history.get(1).get("accuracy").isString()).isTrue();
    assertShownApart(other);
  }

  private static void assertShownApart(DeployedModel model) {
    String body = client.get("/models/31337/" + model.trainer()).body();
    assertThat(body).contains("Accuracies posted by others", ">0.875<", ">91.50<");
    String path = "/api/v1/models/31337/" + model.trainer() + "/accuracy?series=posted";
    Description description = Description.of(client.get("/api/v1/openapi.json").body());
    description.assertMatches("PostedLine", client.get(path).body());
    JsonNode points = OriginalClient.json(client.get(path)).get("points");
    assertThat(points).hasSize(2);
    assertThat(points.get(1).get("accuracy").asString()).isEqualTo("91.50");
    assertThat(client.get(path + "&from=1").statusCode()).isEqualTo(400);
    assertThat(client.get("/models/31337/" + listed.trainer()).body())
        .doesNotContain(">0.875<", ">91.50<");
  }

  @Test
  void isToldWhatItsQuestionForAHistoryLacks() {
    assertThat(client.get("/api/accuracy/model").statusCode()).isEqualTo(400);
    assertThat(client.get("/api/accuracy/model?modelId=").statusCode()).isEqualTo(400);
    for (String unknown : List.of("1", "nonsense", "31337-0x12")) {
      HttpResponse<String> answer = client.accuracyHistory(unknown);
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(OriginalClient.json(answer).get("message").asString()).isNotBlank();
    }
  }

  @Test
  void findsEverythingAsDescribed() {
    Description description = Description.of(client.get("/api/v1/openapi.json").body());
    description.assertMatches("OriginalModels", client.get("/api/models?limit=100").body());
    client.saveAccuracy("0x" + "03".repeat(32), 1, id, 1);
    description.assertMatches("OriginalAccuracies", client.accuracyHistory(id).body());
    description.assertMatches("OriginalData", client.get("/api/data/0x" + "ab".repeat(32)).body());
  }
}
