package org.sumscan.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sumscan.testing.Site;
import org.sumscan.testing.SiteExtension;

@ExtendWith(SiteExtension.class)
class RefusalsIT {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/accounts/0x12",
        "/accounts/vitalik.eth",
        "/accounts/0x70997970c51812dC3A010C7d01b50e0d17dc79C8",
        "/models/31337/0xzz",
        "/models/none/0x70997970C51812dc3A010C7d01b50e0d17dc79C8",
        "/models/-1/0x70997970C51812dc3A010C7d01b50e0d17dc79C8",
        "/models/99999999999999999999/0x70997970C51812dc3A010C7d01b50e0d17dc79C8",
        "/samples/31337/0xabc/0",
        "/samples/31337/0x0000000000000000000000000000000000000000000000000000000000000001/-1",
        "/samples?sender=me",
        "/samples?label=-1",
        "/samples?label=18446744073709551616",
        "/samples?label=1&label=2",
        "/samples?fromTime=yesterday",
        "/samples?fromTime=+999999999-12-31T23:59",
        "/samples?fromBlock=9223372036854775808",
        "/samples?fromBlock=9&toBlock=3",
        "/samples?minEth=1e9999999",
        "/samples?minEth=-1",
        "/samples?minDeposit=1&minEth=1",
        "/samples?status=lost",
        "/samples?order=random",
        "/samples?chainId=0",
        "/samples?cursor=AAAA",
        "/samples?cursor=%00%01",
        "/?sort=colour",
        "/?kind=forest",
        "/?page=0",
        "/?page=999999999999"
      })
  void aMalformedLinkGetsAPageThatSaysWhy(String path, Site site) {
    HttpResponse<String> answer = site.get(path);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body())
        .contains("<title>That cannot be asked")
        .contains("indexed to block")
        .doesNotContain("Exception")
        .doesNotContain("org.sumscan");
  }

  @ParameterizedTest
  @CsvSource({
    "/models/31337/0x00000000000000000000000000000000000000ff, No model is listed",
    "/models/7/0x00000000000000000000000000000000000000ff/samples, No model is listed",
    "/samples/31337/0x0000000000000000000000000000000000000000000000000000000000000001/0,"
        + " It may not be indexed yet"
  })
  void whatIsNotThereIsSaidSo(String path, String words, Site site) {
    HttpResponse<String> answer = site.get(path);
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains(words);
  }

  @ParameterizedTest
  @CsvSource({
    "/models/31337/0x00000000000000000000000000000000000000ff,"
        + " /register?address=0x00000000000000000000000000000000000000ff",
    "/models/31337/0x00000000000000000000000000000000000000ff,"
        + " /accounts/0x00000000000000000000000000000000000000ff",
    "/samples/31337/0x0000000000000000000000000000000000000000000000000000000000000001/0,"
        + " /transactions/31337/0x00",
    "/nowhere, /samples",
    "/validations/00000000-0000-0000-0000-000000000000, /register"
  })
  void whatIsNotThereLeadsOn(String path, String way, Site site) {
    assertThat(site.get(path).statusCode()).isEqualTo(404);
    assertThat(site.get(path).body())
        .contains("href=\"" + way)
        .contains("<nav aria-label=\"Main\"");
  }

  @Test
  void aChainThatIsNotFollowedIsNamedWithThoseThatAre(Site site) {
    assertThat(site.get("/models/7/0x00000000000000000000000000000000000000ff").body())
        .contains("Sumscan does not follow chain 7; it follows Exhibition (chain 31337).");
  }

  @Test
  void aTransactionThatWasSentFromElsewhereLeadsToItsSample(Site site) {
    String added = "31337/" + site.exhibition().added().getFirst();
    HttpResponse<String> answer = site.get("/transactions/" + added);
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("href=\"/samples/" + added + "/0\"");
  }

  @Test
  void programsAreToldOfUnknownPathsAsBefore(Site site) {
    assertThat(site.json("/api/v1/nowhere").get("status").asInt()).isEqualTo(404);
  }

  @Test
  void aCursorOfAnotherSearchIsRefused(Site site) {
    String next = site.json("/api/v1/samples?limit=1").get("next").asString();
    assertThat(site.get("/samples?cursor=" + next).statusCode()).isEqualTo(200);
    assertThat(site.get("/samples?order=oldest&cursor=" + next).statusCode()).isEqualTo(400);
    String tampered = (next.charAt(0) == 'A' ? "B" : "A") + next.substring(1);
    assertThat(site.get("/samples?cursor=" + tampered).statusCode()).isEqualTo(400);
  }

  @Test
  void whatWasTypedIsShownBackWithoutHarm(Site site) {
    String typed = "/?q=%22%3E%3Cscript%3Ealert(1)%3C/script%3E%E2%80%AE";
    HttpResponse<String> answer = site.get(typed);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).doesNotContain("<script>alert");
    HttpResponse<String> refused = site.get(typed + "%00");
    assertThat(refused.statusCode()).isEqualTo(400);
    assertThat(refused.body()).doesNotContain("<script>alert");
  }

  @Test
  void aFreePredictionRefusesWhatIsNoNumber(Site site) {
    String model = "/models/31337/" + site.exhibition().untaught();
    assertThat(site.get(model + "?features=1;drop").statusCode()).isEqualTo(400);
    assertThat(site.get(model + "?features=" + "9".repeat(40)).statusCode()).isEqualTo(400);
  }
}
