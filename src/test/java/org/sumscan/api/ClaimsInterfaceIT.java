package org.sumscan.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sumscan.testing.Site;
import org.sumscan.testing.SiteExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Claims, plans and samples to add, as programs ask for them. */
@ExtendWith(SiteExtension.class)
class ClaimsInterfaceIT {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static Description description(Site site) {
    return Description.of(site.get("/api/v1/openapi.json").body());
  }

  private static String claims(Site site, int sample) {
    return "/api/v1/samples/31337/" + site.exhibition().added().get(sample) + "/0/claims";
  }

  private static JsonNode described(Site site, HttpResponse<String> answer, String schema) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    description(site).assertMatches(schema, answer.body());
    return JSON.readTree(answer.body());
  }

  private static String wish(Site site, String mode) {
    return "{\"account\":\"%s\",\"mode\":\"%s\"}".formatted(site.exhibition().author(), mode);
  }

  @Test
  void judgesEveryModeAsOfOneBlock(Site site) {
    String path = claims(site, 14) + "?account=" + site.exhibition().author();
    JsonNode sheet = described(site, site.get(path), "ClaimSheet");
    assertThat(sheet.get("asOfBlock").asLong()).isPositive();
    assertThat(sheet.get("modes"))
        .extracting(mode -> mode.get("mode").asString())
        .containsExactly("refund", "report-share", "report-owner", "report-anyone");
    for (JsonNode mode : sheet.get("modes")) {
      assertThat(mode.get("transaction").isNull()).isEqualTo(!mode.get("allowed").asBoolean());
      assertThat(mode.get("conditions")).isNotEmpty();
    }
  }

  @Test
  void draftsAClaimOrSaysWhyNot(Site site) {
    JsonNode taken =
        described(site, site.post(claims(site, 14), wish(site, "report-anyone")), "Draft");
    assertThat(taken.get("signable").asBoolean()).as(taken.toString()).isTrue();
    assertThat(taken.at("/transaction/to").asString())
        .isEqualTo(site.exhibition().pictures().toString());
    JsonNode young = described(site, site.post(claims(site, 59), wish(site, "refund")), "Draft");
    assertThat(young.get("signable").asBoolean()).isFalse();
    assertThat(young.get("remedy").asString()).isNotBlank();
  }

  @Test
  void tellsTheClaimsOfAnAccountPageByPage(Site site) {
    String path = "/api/v1/claims?account=" + site.exhibition().author();
    JsonNode all = described(site, site.get(path), "MadeClaims");
    assertThat(all.get("next").isNull()).isTrue();
    List<JsonNode> claims = all.get("items").valueStream().toList();
    assertThat(claims)
        .extracting(claim -> claim.get("kind").asString())
        .contains("refund", "report");
    JsonNode newest = claims.getFirst();
    String sample =
        "/api/v1/samples/31337/"
            + newest.at("/sample/transactionHash").asString()
            + "/"
            + newest.at("/sample/logIndex").asInt();
    assertThat(site.json(sample).get("claims").valueStream().toList())
        .anyMatch(
            claim ->
                claim.get("transactionHash").equals(newest.get("transactionHash"))
                    && claim.get("amount").equals(newest.get("amount")));
    JsonNode first = described(site, site.get(path + "&limit=1"), "MadeClaims");
    JsonNode second =
        described(
            site, site.get(path + "&limit=1&cursor=" + first.get("next").asString()), "MadeClaims");
    assertThat(List.of(first.at("/items/0"), second.at("/items/0")))
        .isEqualTo(claims.subList(0, 2));
    assertThat(site.get("/api/v1/claims").statusCode()).isEqualTo(400);
  }

  @Test
  void plansWhatPaysAndWhatIsChosen(Site site) {
    String account = site.exhibition().author().toString();
    String everything = "{\"chainId\":31337,\"account\":\"%s\"}".formatted(account);
    JsonNode plan = described(site, site.post("/api/v1/claims/plans", everything), "Plan");
    assertThat(plan.get("refusal").isNull()).isTrue();
    String chosen =
        "{\"chainId\":31337,\"account\":\"%s\",\"samples\":[{\"transactionHash\":\"%s\",\"logIndex\":0}]}"
            .formatted(account, site.exhibition().added().get(14));
    plan = described(site, site.post("/api/v1/claims/plans", chosen), "Plan");
    assertThat(plan.get("steps").size() + plan.get("dropped").size()).isEqualTo(1);
  }

  @Test
  void draftsASampleFromFeaturesOrFromWhatTheEncoderTakes(Site site) {
    String path = "/api/v1/models/31337/" + site.exhibition().untaught() + "/samples/drafts";
    String account = site.exhibition().author().toString();
    JsonNode draft =
        described(
            site,
            site.post(
                path,
                "{\"account\":\"%s\",\"label\":1,\"features\":[600000000,\"-800000000\"]}"
                    .formatted(account)),
            "SampleDraft");
    assertThat(draft.get("signable").asBoolean()).as(draft.toString()).isTrue();
    assertThat(draft.get("refundableFrom").asLong()).isEqualTo(3600);
    JsonNode same =
        described(
            site,
            site.post(
                path,
                "{\"account\":\"%s\",\"label\":\"1\",\"input\":\"600000000, -800000000\"}"
                    .formatted(account)),
            "SampleDraft");
    assertThat(same.get("features")).isEqualTo(draft.get("features"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/api/v1/claims/plans|{}",
        "/api/v1/claims/plans|{\"chainId\":31337,\"account\":\"0x12\"}",
        "/api/v1/claims/plans|{\"chainId\":-1,\"account\":\"0x0000000000000000000000000000000000000001\"}",
        "/api/v1/claims/plans|{\"chainId\":31337,\"account\":\"0x0000000000000000000000000000000000000001\",\"limit\":51}",
        "/api/v1/claims/plans|{\"chainId\":31337,\"account\":\"0x0000000000000000000000000000000000000001\",\"samples\":[null]}",
        "/api/v1/claims/plans|{\"chainId\":31337,\"account\":\"0x0000000000000000000000000000000000000001\",\"samples\":[{\"transactionHash\":\"x\",\"logIndex\":-1}]}",
        "CLAIMS|{\"account\":\"0x0000000000000000000000000000000000000001\",\"mode\":\"steal\"}",
        "CLAIMS|{\"mode\":\"refund\"}",
        "CLAIMS|not json",
        "DRAFTS|{\"account\":\"0x0000000000000000000000000000000000000001\",\"label\":1.5,\"features\":[1]}",
        "DRAFTS|{\"account\":\"0x0000000000000000000000000000000000000001\",\"label\":\"99999999999999999999\",\"features\":[1]}",
        "DRAFTS|{\"account\":\"0x0000000000000000000000000000000000000001\",\"label\":1,\"features\":[1],\"input\":\"1\"}",
        "DRAFTS|{\"account\":\"0x0000000000000000000000000000000000000001\",\"label\":1,\"features\":[1.5]}"
      })
  void saysWhatIsWrongWithAQuestion(String path, String body, Site site) {
    String asked =
        switch (path) {
          case "CLAIMS" -> claims(site, 0);
          case "DRAFTS" ->
              "/api/v1/models/31337/" + site.exhibition().untaught() + "/samples/drafts";
          default -> path;
        };
    HttpResponse<String> answer = site.post(asked, body);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(JSON.readTree(answer.body()).get("message").asString()).isNotBlank();
  }

  @Test
  void knowsNoClaimsOfWhatIsNoSample(Site site) {
    String nowhere = "/api/v1/samples/31337/0x" + "0".repeat(64) + "/0/claims";
    String account = site.exhibition().author().toString();
    assertThat(site.get(nowhere + "?account=" + account).statusCode()).isEqualTo(404);
    assertThat(site.post(nowhere, wish(site, "refund")).statusCode()).isEqualTo(404);
    assertThat(site.get(claims(site, 0)).statusCode()).isEqualTo(400);
    assertThat(site.get(claims(site, 0) + "?account=0x1").statusCode()).isEqualTo(400);
  }
}
