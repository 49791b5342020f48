package org.sumscan.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigInteger;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.sumscan.kernel.Wei;
import org.sumscan.testing.Exhibition;
import org.sumscan.testing.Site;
import org.sumscan.testing.SiteExtension;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@ExtendWith(SiteExtension.class)
class InterfaceIT {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private static Description description(Site site) {
    return Description.of(site.get("/api/v1/openapi.json").body());
  }

  private static String pictures(Site site) {
    return "/api/v1/models/31337/" + site.exhibition().pictures();
  }

  @Test
  void describesEveryRouteAndNoOther(Site site) {
    Set<String> routes = new TreeSet<>();
    site.part("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
        .getHandlerMethods()
        .forEach(
            (route, handler) ->
                route
                    .getPathPatternsCondition()
                    .getPatternValues()
                    .forEach(
                        path -> {
                          if (path.startsWith("/api")) {
                            route
                                .getMethodsCondition()
                                .getMethods()
                                .forEach(method -> routes.add(method + " " + path));
                          }
                        }));
    assertThat(description(site).routes()).isEqualTo(routes);
  }

  @Test
  void answersWhatTheReadmeAsks(Site site) throws IOException {
    Matcher asked =
        Pattern.compile("curl 'http://localhost:8080([^']+)'")
            .matcher(Files.readString(Path.of("README.md")));
    List<String> addresses = asked.results().map(found -> found.group(1)).toList();
    assertThat(addresses).isNotEmpty();
    for (String address : addresses) {
      assertThat(site.get(address).statusCode()).as(address).isEqualTo(200);
    }
  }

  @Test
  void everyAnswerIsAsDescribed(Site site) {
    Description description = description(site);
    Exhibition shown = site.exhibition();
    String sample = "/api/v1/samples/31337/" + shown.added().getFirst() + "/0";
    description.assertMatches("Status", site.get("/api/v1/status").body());
    description.assertMatches("Models", site.get("/api/v1/models").body());
    description.assertMatches("Model", site.get(pictures(site)).body());
    description.assertMatches("Model", site.get("/api/v1/models/31337/" + shown.hostile()).body());
    description.assertMatches(
        "Line", site.get(pictures(site) + "/accuracy?series=prequential-fading").body());
    description.assertMatches("Samples", site.get("/api/v1/samples?limit=1000").body());
    description.assertMatches("SampleWithClaims", site.get(sample).body());
    description.assertMatches("Account", site.get("/api/v1/accounts/" + shown.author()).body());
    description.assertMatches("OriginalModels", site.get("/api/models").body());
    description.assertMatches(
        "OriginalModelAnswer", site.get("/api/model?address=" + shown.pictures()).body());
    description.assertMatches("Health", site.get("/api/health").body());
    description.assertMatches("Problem", site.get("/api/v1/samples?label=x").body());
    HttpResponse<String> asked =
        site.post("/api/v1/validations", "{\"chainId\":31337,\"address\":\"0x\"}");
    String judged = asked.body();
    assertThat(asked.statusCode()).isEqualTo(202);
    assertThat(asked.headers().firstValue("Location"))
        .hasValue("/api/v1/validations/" + JSON.readTree(judged).get("id").asString());
    description.assertMatches("Validation", judged);
    description.assertMatches(
        "Validation",
        site.get("/api/v1/validations/" + JSON.readTree(judged).get("id").asString()).body());
    description.assertMatches(
        "Prediction",
        site.post(
                "/api/v1/models/31337/" + shown.untaught() + "/predictions",
                "{\"features\":[1000000000,\"0\"]}")
            .body());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/models",
        "/api/v1/samples",
        "/api/v1/samples.csv",
        "/api/v1/samples.json",
        "/api/v1/models/{chainId}/{address}/accuracy",
        "/api/v1/claims"
      })
  void knowsTheParametersThatAreDescribedAndNoOther(String path, Site site) {
    String asked =
        path.replace("{chainId}", "31337")
            .replace("{address}", site.exhibition().pictures().toString());
    String message = problem(site, asked + "?nonsense=1");
    String known = message.substring(message.indexOf("known are ") + 10, message.length() - 1);
    assertThat(Set.of(known.split(", "))).isEqualTo(description(site).queryParameters(path));
  }

  @Test
  void countsOnlyWhatIsListed(Site site) {
    JsonNode status = site.json("/api/v1/status");
    assertThat(status.get("models").asInt()).isEqualTo(3);
    assertThat(status.get("samples").asInt()).isEqualTo(65);
    assertThat(status.get("claims").asInt()).isEqualTo(12);
    JsonNode chain = status.get("chains").get(0);
    assertThat(chain.get("indexedTo")).isEqualTo(chain.get("headBlock"));
    assertThat(chain.get("gaps")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"newest", "oldest", "largest-deposit", "smallest-deposit"})
  void pagesLeaveOutNothingAndRepeatNothing(String order, Site site) {
    List<String> whole = names(all(site, "order=" + order, 1000));
    assertThat(whole).hasSize(65).doesNotHaveDuplicates();
    assertThat(names(all(site, "order=" + order, 7))).isEqualTo(whole);
  }

  @Test
  void aBoundCoversTheDayOrMinuteThatIsWritten(Site site) {
    JsonNode newest = all(site, "order=newest", 1000).getFirst();
    String time = Instant.ofEpochSecond(newest.get("blockTime").asLong()).toString();
    List<String> every = names(all(site, "", 1000));
    for (String until : List.of(time.substring(0, 10), time.substring(0, 16), time)) {
      assertThat(names(all(site, "toTime=" + until, 1000)))
          .containsExactlyInAnyOrderElementsOf(every);
    }
  }

  @Test
  void filtersAsOneWouldByHand(Site site) {
    List<JsonNode> every = all(site, "", 1000);
    String sender = site.exhibition().author().toString();
    String half = every.get(30).get("blockNumber").asString();
    String time = every.get(30).get("blockTime").asString();
    check(site, every, "sender=" + sender, s -> text(s, "sender").equals(sender));
    check(site, every, "label=2", s -> text(s, "classification").equals("2"));
    check(site, every, "fromBlock=" + half, s -> number(s, "blockNumber") >= Long.parseLong(half));
    check(site, every, "toBlock=" + half, s -> number(s, "blockNumber") <= Long.parseLong(half));
    check(site, every, "fromTime=" + time, s -> number(s, "blockTime") >= Long.parseLong(time));
    check(site, every, "toTime=" + time, s -> number(s, "blockTime") <= Long.parseLong(time));
    check(site, every, "minDeposit=1", s -> !text(s, "deposit").equals("0"));
    check(site, every, "maxEth=0", s -> text(s, "deposit").equals("0"));
    check(site, every, "claim=refunded", s -> number(s, "refunds") > 0);
    check(site, every, "claim=reported", s -> number(s, "reports") > 0);
    check(
        site,
        every,
        "order=newest&status=partly-claimed&label=1",
        s -> text(s, "status").equals("partly-claimed") && text(s, "classification").equals("1"));
    for (String status : List.of("waiting", "open", "claimed")) {
      check(site, every, "order=newest&status=" + status, s -> text(s, "status").equals(status));
    }
    for (String flag : List.of("refundable", "reportable", "anyoneCanTake")) {
      String word = flag.equals("anyoneCanTake") ? "anyone-can-take" : flag;
      check(site, every, "order=newest&status=" + word, s -> s.get(flag).asBoolean());
    }
    check(site, every, "order=newest&agrees=yes", s -> s.get("agrees").asBoolean(false));
    check(site, every, "mine=no&account=" + sender, s -> !text(s, "sender").equals(sender));
    String hostile = site.exhibition().hostile().toString();
    check(site, every, "model=" + hostile, s -> text(s, "model").equals(hostile));
  }

  @Test
  void writesLargeNumbersAsText(Site site) {
    JsonNode sample =
        site.json("/api/v1/samples/31337/" + site.exhibition().added().getLast() + "/0")
            .get("sample");
    assertThat(sample.get("features").get(2).asString()).isEqualTo("9223372036854775807");
    assertThat(sample.get("features").get(2).isString()).isTrue();
    assertThat(sample.get("deposit").isString()).isTrue();
    assertThat(sample.get("addedTime").isString()).isTrue();
    assertThat(sample.get("classification").isString()).isTrue();
  }

  @Test
  void aRefundedSampleHasNothingLeftAndItsClaim(Site site) {
    JsonNode whole =
        site.json("/api/v1/samples/31337/" + site.exhibition().added().getFirst() + "/0");
    assertThat(whole.at("/sample/status").asString()).isEqualTo("claimed");
    assertThat(whole.at("/sample/claimable").asString()).isEqualTo("0");
    assertThat(whole.at("/claims/0/kind").asString()).isEqualTo("refund");
    assertThat(whole.at("/claims/0/amount")).isEqualTo(whole.at("/sample/deposit"));
  }

  @Test
  void streamsTheSameSamplesAsCsvAndJson(Site site) {
    HttpResponse<String> csv = site.get("/api/v1/samples.csv?order=oldest");
    assertThat(csv.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
    assertThat(csv.headers().firstValue("Content-Disposition").orElse(""))
        .matches("attachment; filename=\"sumscan-samples-[0-9]{4}-[0-9]{2}-[0-9]{2}\\.csv\"");
    String[] lines = csv.body().split("\r\n");
    assertThat(lines).hasSize(66);
    assertThat(lines[0])
        .startsWith("\uFEFFchainId,model,transactionHash")
        .contains(",blockTime,blockTimeUtc,", ",deposit,depositEth,");
    assertThat(lines[65]).contains("\"'=HYPERLINK(");
    JsonNode json = site.json("/api/v1/samples.json?order=oldest");
    assertThat(json).hasSize(65);
    for (int i = 0; i < 65; i++) {
      JsonNode sample = json.get(i);
      assertThat(lines[i + 1])
          .contains(
              sample.get("transactionHash").asString(),
              "," + Instant.ofEpochSecond(sample.get("blockTime").asLong()) + ",",
              "," + new Wei(new BigInteger(sample.get("deposit").asString())).toEth() + ",");
    }
    assertThat(site.json("/api/v1/samples.json?label=99")).isEmpty();
    String model = site.exhibition().pictures().toString();
    HttpResponse<String> some =
        site.get("/api/v1/samples.csv?status=refundable&label=1&model=" + model);
    assertThat(some.headers().firstValue("Content-Disposition").orElse(""))
        .contains("sumscan-samples-31337-" + model + "-refundable-filtered-");
  }

  @Test
  void theSeriesBeginWithTheFirstSampleAndEndWithTheFigures(Site site) {
    JsonNode figures = site.json(pictures(site)).get("accuracy");
    for (String name : List.of("prequential", "window", "fading")) {
      String series = name.equals("prequential") ? name : "prequential-" + name;
      JsonNode line = site.json(pictures(site) + "/accuracy?series=" + series);
      JsonNode points = line.get("points");
      assertThat(points).hasSize(60);
      assertThat(points.get(0).get("sample").asInt()).isEqualTo(1);
      assertThat(points.get(59).get("value").asDouble()).isEqualTo(figures.get(name).asDouble());
    }
    assertThat(site.json(pictures(site) + "/accuracy?from=11&to=20").get("points")).hasSize(10);
    assertThat(site.get(pictures(site) + "/accuracy?series=holdout").statusCode()).isEqualTo(400);
    assertThat(site.get(pictures(site) + "/accuracy?from=9&to=2").statusCode()).isEqualTo(400);
  }

  @Test
  void predictsWhatTheContractPredicts(Site site) {
    String path = "/api/v1/models/31337/" + site.exhibition().untaught() + "/predictions";
    JsonNode yes = JSON.readTree(site.post(path, "{\"features\":[1000000000,0]}").body());
    JsonNode same = JSON.readTree(site.post(path, "{\"features\":[\"1000000000\",\"0\"]}").body());
    assertThat(yes.get("classification").asString()).isEqualTo("1");
    assertThat(yes.get("label").asString()).isEqualTo("yes");
    assertThat(yes.get("asOfBlock").asLong()).isPositive();
    assertThat(yes.get("source").asString()).isEqualTo("contract");
    assertThat(same).isEqualTo(yes);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "[]",
        "{\"features\":null}",
        "{\"features\":[1.5]}",
        "{\"features\":[true]}",
        "{\"features\":[[1]]}",
        "{\"features\":[9223372036854775808]}",
        "{\"features\":[\"1e3\"]}",
        "{\"features\":[\"\"]}",
        "{\"features\":[1]}",
        "{\"features\":"
      })
  void refusesABodyThatIsNoQuestion(String body, Site site) {
    String path = "/api/v1/models/31337/" + site.exhibition().untaught() + "/predictions";
    HttpResponse<String> answer = site.post(path, body);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(JSON.readTree(answer.body()).get("message").asString()).isNotBlank();
  }

  @Test
  void takesNoMoreFeaturesAndNoLargerBodyThanAQuestionMayHave(Site site) {
    String path = "/api/v1/models/31337/" + site.exhibition().untaught() + "/predictions";
    HttpResponse<String> many = site.post(path, "{\"features\":[" + "1,".repeat(20_000) + "1]}");
    assertThat(many.statusCode()).isEqualTo(400);
    HttpResponse<String> huge = site.post(path, "{\"features\":[" + "1,".repeat(600_000) + "1]}");
    assertThat(huge.statusCode()).isEqualTo(413);
    assertThat(JSON.readTree(huge.body()).get("message").asString()).contains("too large");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/models/31337/0x00000000000000000000000000000000000000ff",
        "/api/v1/samples?model=0x00000000000000000000000000000000000000ff",
        "/api/v1/samples/31337/0x0000000000000000000000000000000000000000000000000000000000000001/0"
      })
  void saysWhatIsNotThere(String path, Site site) {
    assertThat(site.get(path).statusCode()).isEqualTo(404);
    assertThat(problem(site, path)).isNotBlank();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/models/31337/0x1",
        "/api/v1/models?limit=0",
        "/api/v1/models?limit=many",
        "/api/v1/models?kind=forest",
        "/api/v1/samples?limit=1001",
        "/api/v1/samples?cursor=tampered",
        "/api/v1/samples?mine=yes",
        "/api/v1/samples.csv?limit=5",
        "/api/v1/samples/31337/0x/0",
        "/api/v1/accounts/nobody",
        "/api/models?limit=ten",
        "/api/models?limit=0",
        "/api/models?afterAddress=here"
      })
  void refusesClearlyAsJson(String path, Site site) {
    HttpResponse<String> answer = site.get(path);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type").orElse("")).contains("json");
    assertThat(problem(site, path)).isNotBlank().doesNotContain("Exception");
  }

  private static String problem(Site site, String path) {
    return site.json(path).get("message").asString();
  }

  private static void check(
      Site site, List<JsonNode> every, String filter, Predicate<JsonNode> byHand) {
    List<String> expected = names(every.stream().filter(byHand).toList());
    assertThat(expected).as(filter).isNotEmpty();
    assertThat(names(all(site, filter, 1000))).as(filter).isEqualTo(expected);
  }

  private static List<JsonNode> all(Site site, String filter, int limit) {
    List<JsonNode> items = new ArrayList<>();
    int most = site.exhibition().added().size();
    String cursor = "";
    do {
      JsonNode page = site.json("/api/v1/samples?" + filter + "&limit=" + limit + cursor);
      page.get("items").forEach(items::add);
      assertThat(items).as("samples of " + filter).hasSizeLessThanOrEqualTo(most);
      cursor = page.get("next").isNull() ? "" : "&cursor=" + page.get("next").asString();
    } while (!cursor.isEmpty());
    return items;
  }

  private static List<String> names(List<JsonNode> samples) {
    return samples.stream()
        .map(s -> text(s, "transactionHash") + "/" + s.get("logIndex").asInt())
        .toList();
  }

  private static String text(JsonNode sample, String field) {
    return sample.get(field).asString();
  }

  private static long number(JsonNode sample, String field) {
    return sample.get(field).asLong();
  }
}
