package org.sumscan.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sumscan.kernel.Hash32;
import org.sumscan.testing.Site;
import org.sumscan.testing.SiteExtension;
import org.sumscan.testing.Waiting;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(SiteExtension.class)
class OriginalsIT {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static HttpResponse<String> send(Site site, Hash32 transaction, String text) {
    String body =
        JSON.writeValueAsString(
            JSON.createObjectNode()
                .put("chainId", 31337)
                .put("transactionHash", transaction.toString())
                .put("text", text));
    return site.post("/api/v1/originals", body);
  }

  /** The numbers that were encoded, as one would have typed them. */
  private static String decimals(Site site, Hash32 transaction) {
    JsonNode features =
        site.json("/api/v1/samples/31337/" + transaction + "/0").at("/sample/features");
    return StreamSupport.stream(features.spliterator(), false)
        .map(feature -> feature.asLong() / 1e9)
        .map(String::valueOf)
        .collect(Collectors.joining(" "));
  }

  private static JsonNode awaitState(Site site, Hash32 transaction, String state) {
    return Waiting.until(
        "the original is " + state,
        () -> site.json("/api/v1/originals/31337/" + transaction),
        kept -> kept.at("/originals/0/state").asString("").equals(state));
  }

  @Test
  void aTextIsComparedWithItsSample(Site site) throws InterruptedException {
    Description description = Description.of(site.get("/api/v1/openapi.json").body());
    Hash32 transaction = site.exhibition().added().get(7);
    HttpResponse<String> wrong = send(site, transaction, "<script>alert(1)</script>");
    assertThat(wrong.statusCode()).isEqualTo(202);
    description.assertMatches("Originals", wrong.body());
    JsonNode differing = awaitState(site, transaction, "differs");
    assertThat(differing.at("/originals/0/text").isNull()).isTrue();

    String right = decimals(site, transaction);
    assertThat(send(site, transaction, right).statusCode()).isEqualTo(202);
    JsonNode matching = awaitState(site, transaction, "matches");
    assertThat(matching.at("/originals/0/text").asString()).isEqualTo(right);
    assertThat(matching.at("/originals/0/variant").asString()).isEqualTo("times-billion");
    description.assertMatches("Originals", matching.toString());

    assertThat(send(site, transaction, right).statusCode()).isEqualTo(202);
    assertThat(send(site, transaction, "another").statusCode()).isEqualTo(409);
  }

  @Test
  void aTextWaitsForATransactionThatNobodyKnowsYet(Site site) {
    Hash32 future = new Hash32(1, 2, 3, 4);
    assertThat(site.get("/api/v1/originals/31337/" + future).statusCode()).isEqualTo(404);
    HttpResponse<String> sent = send(site, future, "before its time");
    assertThat(sent.statusCode()).isEqualTo(202);
    assertThat(JSON.readTree(sent.body()).get("state").asString()).isEqualTo("pending");
    assertThat(sent.body()).doesNotContain("before its time");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{}",
        "{\"chainId\":31337}",
        "{\"chainId\":31337,\"transactionHash\":\"0x12\",\"text\":\"a\"}",
        "{\"chainId\":7,\"transactionHash\":\"0x%s\",\"text\":\"a\"}",
        "{\"chainId\":31337,\"transactionHash\":\"0x%s\",\"text\":[]}",
        "{\"chainId\":31337,\"transactionHash\":\"0x%s\",\"text\":\"a\",\"more\":1}",
        "{\"chainId\":31337,\"transactionHash\":\"0x%s\",\"text\":\"a\",\"text\":\"b\"}"
      })
  void refusesWhatIsNoOriginal(String body, Site site) {
    HttpResponse<String> answer =
        site.post("/api/v1/originals", body.replace("%s", "ab".repeat(32)));
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(JSON.readTree(answer.body()).get("message").asString())
        .isNotBlank()
        .doesNotContain("Exception");
  }

  @Test
  void refusesTextsThatAreTooLong(Site site) {
    assertThat(send(site, new Hash32(1, 2, 3, 5), "€".repeat(30_000)).statusCode()).isEqualTo(400);
  }

  @Test
  void predictsForAnInputAsForItsFeatures(Site site) {
    Hash32 transaction = site.exhibition().added().get(3);
    String path = "/api/v1/models/31337/" + site.exhibition().pictures() + "/predictions";
    String features =
        site.json("/api/v1/samples/31337/" + transaction + "/0").at("/sample/features").toString();
    JsonNode byFeatures = JSON.readTree(site.post(path, "{\"features\":" + features + "}").body());
    JsonNode byInput =
        JSON.readTree(
            site.post(path, "{\"input\":\"" + decimals(site, transaction) + "\"}").body());
    assertThat(byInput.get("classification")).isEqualTo(byFeatures.get("classification"));
    assertThat(byInput.get("agrees").asBoolean()).isTrue();
    assertThat(byInput.get("variant").asString()).isEqualTo("times-billion");
    assertThat(byFeatures.get("variant").isNull()).isTrue();
    String none = "/api/v1/models/31337/" + site.exhibition().hostile() + "/predictions";
    assertThat(site.post(none, "{\"input\":\"1\"}").body()).contains("Sumscan cannot encode");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"features\":[1],\"input\":\"1\"}",
        "{\"features\":[1,0],\"mode\":1}",
        "{\"features\":[1,0],\"features\":[1,0]}",
        "{\"features\":[\"+1\",0]}",
        "{\"features\":[\"\\u0661\",0]}",
        "{\"input\":\"1,,2\"}"
      })
  void refusesQuestionsThatCouldMeanTwoThings(String body, Site site) {
    String path = "/api/v1/models/31337/" + site.exhibition().untaught() + "/predictions";
    assertThat(site.post(path, body).statusCode()).isEqualTo(400);
  }
}
