package org.sumscan.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.sumscan.kernel.Hex;
import org.sumscan.testing.Site;
import org.sumscan.testing.SiteExtension;
import org.web3j.crypto.ECKeyPair;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Signing in and writing notes over HTTP, as pages do, and as other sites try to. */
@ExtendWith(SiteExtension.class)
class SignInIT {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String TYPE = "application/json";

  private record Seat(Site site, String cookie, String token) {}

  private static HttpResponse<String> ask(
      Site site, String method, String path, @Nullable String body, String... headers)
      throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(site.url() + path))
            .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (headers.length > 0) request.headers(headers);
    return HTTP.send(request.timeout(PATIENCE).build(), HttpResponse.BodyHandlers.ofString());
  }

  private static String message(Site site, Key key) throws Exception {
    String wanted = "{\"chainId\":31337,\"account\":\"%s\"}".formatted(key.account());
    HttpResponse<String> draft =
        ask(site, "POST", "/api/v1/sign-in/messages", wanted, "Content-Type", TYPE);
    assertThat(draft.statusCode()).as(draft.body()).isEqualTo(200);
    return JSON.readTree(draft.body()).get("message").asString();
  }

  private static String signed(String message, Key key) {
    return JSON.writeValueAsString(
        Map.of("message", message, "signature", Hex.text(key.signed(message))));
  }

  private static Seat signIn(Site site, Key key, String... headers) throws Exception {
    String[] all = Arrays.copyOf(headers, headers.length + 2);
    all[headers.length] = "Content-Type";
    all[headers.length + 1] = TYPE;
    HttpResponse<String> entered =
        ask(site, "POST", "/api/v1/sign-in", signed(message(site, key), key), all);
    assertThat(entered.statusCode()).as(entered.body()).isEqualTo(200);
    String cookie = entered.headers().firstValue("Set-Cookie").orElseThrow();
    assertThat(cookie).contains("HttpOnly", "SameSite=Strict", "Path=/").doesNotContain("Domain");
    String token = JSON.readTree(entered.body()).get("formToken").asString();
    return new Seat(site, cookie.substring(0, cookie.indexOf(';')), token);
  }

  private static String record(Site site) {
    return "/models/31337/" + site.exhibition().untaught() + "/record";
  }

  private static HttpResponse<String> act(Seat seat, String body, String... more) throws Exception {
    String[] headers = {
      "Content-Type", TYPE, "Cookie", seat.cookie(), "X-Sumscan-Form-Token", seat.token()
    };
    String[] all = Arrays.copyOf(headers, headers.length + more.length);
    System.arraycopy(more, 0, all, headers.length, more.length);
    return ask(seat.site(), "POST", "/api/v1" + record(seat.site()), body, all);
  }

  private static JsonNode state(Site site, String cookie) throws Exception {
    return JSON.readTree(ask(site, "GET", "/api/v1/sign-in", null, "Cookie", cookie).body());
  }

  @Test
  void signsInAndOut(Site site) throws Exception {
    Key key = Key.of(41);
    Seat seat = signIn(site, key);
    JsonNode state = state(site, seat.cookie());
    assertThat(state.get("signedIn").asBoolean()).isTrue();
    assertThat(state.get("account").asString()).isEqualTo(key.account().toString());
    assertThat(state.get("formToken").asString()).isEqualTo(seat.token());
    HttpResponse<String> noToken =
        ask(site, "DELETE", "/api/v1/sign-in", null, "Cookie", seat.cookie());
    assertThat(noToken.statusCode()).isEqualTo(403);
    HttpResponse<String> left =
        ask(
            site,
            "DELETE",
            "/api/v1/sign-in",
            null,
            "Cookie",
            seat.cookie(),
            "X-Sumscan-Form-Token",
            seat.token());
    assertThat(left.headers().firstValue("Set-Cookie").orElse("")).contains("Max-Age=0");
    assertThat(state(site, seat.cookie()).get("signedIn").asBoolean()).isFalse();
  }

  @Test
  void nobodyGivesAVisitorTheSessionThatHeWillSignIn(Site site) throws Exception {
    String planted = "sumscan-session=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
    Seat seat = signIn(site, Key.of(42), "Cookie", planted);
    assertThat(seat.cookie()).isNotEqualTo(planted);
    assertThat(state(site, planted).get("signedIn").asBoolean()).isFalse();
    Seat again = signIn(site, Key.of(42), "Cookie", seat.cookie());
    assertThat(state(site, seat.cookie()).get("signedIn").asBoolean())
        .as("the session before")
        .isFalse();
    assertThat(state(site, again.cookie()).get("signedIn").asBoolean()).isTrue();
  }

  @Test
  void takesAMessageOnceAndOnlyForThisSite(Site site) throws Exception {
    Key key = Key.of(43);
    String message = message(site, key);
    String body = signed(message, key);
    assertThat(ask(site, "POST", "/api/v1/sign-in", body, "Content-Type", TYPE).statusCode())
        .isEqualTo(200);
    HttpResponse<String> replayed =
        ask(site, "POST", "/api/v1/sign-in", body, "Content-Type", TYPE);
    assertThat(replayed.statusCode()).isEqualTo(403);
    assertThat(replayed.headers().firstValue("Set-Cookie")).isEmpty();
    String elsewhere = message(site, key).replace("127.0.0.1", "evil.example");
    assertThat(
            ask(site, "POST", "/api/v1/sign-in", signed(elsewhere, key), "Content-Type", TYPE)
                .statusCode())
        .isEqualTo(403);
  }

  @Test
  void otherSitesCannotSignAVisitorInNorActForHim(Site site) throws Exception {
    Key key = Key.of(44);
    Seat seat = signIn(site, key);
    String note = "{\"act\":\"note\",\"words\":\"not mine\"}";
    for (String[] sign :
        new String[][] {
          {"Origin", "http://evil.example"}, {"Sec-Fetch-Site", "cross-site"}, {"Origin", "null"}
        }) {
      assertThat(act(seat, note, sign).statusCode()).as(sign[1]).isEqualTo(403);
      HttpResponse<String> entered =
          ask(
              site,
              "POST",
              "/api/v1/sign-in",
              signed(message(site, key), key),
              "Content-Type",
              TYPE,
              sign[0],
              sign[1]);
      assertThat(entered.statusCode()).as(sign[1]).isEqualTo(403);
    }
    Seat stolen = new Seat(site, seat.cookie(), "0".repeat(64));
    assertThat(act(stolen, note).statusCode()).isEqualTo(403);
    assertThat(act(new Seat(site, "a=b", seat.token()), note).statusCode()).isEqualTo(401);
    String form = "act=note&words=not+mine";
    HttpResponse<String> posted =
        ask(
            site,
            "POST",
            record(site),
            form,
            "Content-Type",
            "application/x-www-form-urlencoded",
            "Cookie",
            seat.cookie());
    assertThat(posted.statusCode()).isEqualTo(403);
    assertThat(site.get("/api/v1" + record(site)).body()).doesNotContain("not mine");
  }

  @Test
  void writesANoteThatEveryoneSeesAndTakesItBack(Site site) throws Exception {
    Key key = Key.of(45);
    Seat seat = signIn(site, key);
    HttpResponse<String> written =
        act(seat, "{\"act\":\"note\",\"words\":\"<b>Good</b> at mails\"}");
    assertThat(written.statusCode()).as(written.body()).isEqualTo(201);
    assertThat(act(seat, "{\"act\":\"note\",\"words\":\"<b>Good</b> at mails\"}").statusCode())
        .isEqualTo(204);
    assertThat(site.get(record(site)).body())
        .contains("&lt;b&gt;Good&lt;/b&gt; at mails", key.account().toString())
        .doesNotContain("<b>Good");
    assertThat(act(seat, "{\"act\":\"withdraw-note\"}").statusCode()).isEqualTo(201);
    assertThat(site.get(record(site)).body())
        .contains("withdrew the note")
        .doesNotContain("at mails");
    assertThat(site.get("/api/v1" + record(site)).body()).doesNotContain("at mails");
  }

  @Test
  void writesByAFormWithoutAScript(Site site) throws Exception {
    Seat seat = signIn(site, Key.of(46));
    String page = ask(site, "GET", record(site), null, "Cookie", seat.cookie()).body();
    assertThat(page).contains(seat.token(), "Your note");
    String form =
        "formToken=%s&act=note&words=%s"
            .formatted(seat.token(), URLEncoder.encode("Größe & mehr", StandardCharsets.UTF_8));
    HttpResponse<String> posted =
        ask(
            site,
            "POST",
            record(site),
            form,
            "Content-Type",
            "application/x-www-form-urlencoded",
            "Cookie",
            seat.cookie());
    assertThat(posted.statusCode()).isIn(302, 303);
    assertThat(site.get(record(site)).body()).contains("Größe &amp; mehr");
    HttpResponse<String> linked =
        ask(
            site,
            "POST",
            record(site),
            form.replace("mehr", "evil.example"),
            "Content-Type",
            "application/x-www-form-urlencoded",
            "Cookie",
            seat.cookie());
    assertThat(linked.statusCode()).isEqualTo(400);
    assertThat(linked.body()).contains("A note has no links");
  }

  @Test
  void saysWhatIsWrongWithAWish(Site site) throws Exception {
    Seat seat = signIn(site, Key.of(47));
    assertThat(act(seat, "{\"act\":\"note\"}").statusCode()).isEqualTo(400);
    assertThat(act(seat, "{\"act\":\"shout\",\"words\":\"x\"}").statusCode()).isEqualTo(400);
    assertThat(act(seat, "{\"act\":\"note\",\"words\":\"a\\u0000b\"}").statusCode()).isEqualTo(400);
    assertThat(act(seat, "{\"act\":\"hide\",\"words\":\"x\"}").statusCode()).isEqualTo(403);
    HttpResponse<String> owner = act(seat, "{\"act\":\"owner-note\",\"words\":\"mine\"}");
    assertThat(owner.statusCode()).isEqualTo(403);
    assertThat(JSON.readTree(owner.body()).get("message").asString()).contains("modelOwner()");
  }

  @Test
  void givesTheOperatorTheirRightsAndNobodyElse(Site site) throws Exception {
    Seat operator = signIn(site, new Key(ECKeyPair.create(Site.OPERATOR_KEY)));
    Seat someone = signIn(site, Key.of(49));
    assertThat(state(site, operator.cookie()).get("operator").asBoolean()).isTrue();
    assertThat(state(site, someone.cookie()).get("operator").asBoolean()).isFalse();
    assertThat(act(someone, "{\"act\":\"allow\"}").statusCode()).isEqualTo(403);
    HttpResponse<String> allowed = act(operator, "{\"act\":\"allow\"}");
    assertThat(allowed.statusCode()).as(allowed.body()).isEqualTo(201);
    assertThat(act(operator, "{\"act\":\"disallow\"}").statusCode()).isEqualTo(201);
    assertThat(ask(site, "GET", record(site), null, "Cookie", operator.cookie()).body())
        .contains("As the operator");
    assertThat(ask(site, "GET", record(site), null, "Cookie", someone.cookie()).body())
        .doesNotContain("As the operator");
  }

  @Test
  void visitorsWhoAreNotSignedInGetNoCookieAndNeedNoSession(Site site) throws Exception {
    String predictions = "/api/v1/models/31337/" + site.exhibition().untaught() + "/predictions";
    try (Connection hog = site.part("dataSource", DataSource.class).getConnection();
        Statement statement = hog.createStatement()) {
      hog.setAutoCommit(false);
      statement.execute("lock table spring_session in access exclusive mode");
      for (String path :
          List.of(
              "/",
              "/samples",
              "/sign-in",
              "/register",
              record(site),
              "/models/31337/" + site.exhibition().untaught(),
              "/api/v1/sign-in",
              "/nothing")) {
        for (String cookie : List.of("a=b", "sumscan-session=made-up")) {
          HttpResponse<String> answer = ask(site, "GET", path, null, "Cookie", cookie);
          assertThat(answer.statusCode()).as(path).isIn(200, 404);
          assertThat(answer.headers().firstValue("Set-Cookie")).as(path).isEmpty();
          assertThat(answer.body()).as(path).doesNotContain("name=\"formToken\"");
        }
      }
      HttpResponse<String> asked = site.post(predictions, "{\"features\":[1000000000,0]}");
      assertThat(asked.statusCode()).isEqualTo(200);
      assertThat(asked.headers().firstValue("Set-Cookie")).isEmpty();
      assertThat(act(new Seat(site, "a=b", "x"), "{\"act\":\"note\"}").statusCode()).isEqualTo(401);
      hog.rollback();
    }
  }

  @Test
  void offersSignInOnAPageThatWorksWithoutAScript(Site site) throws Exception {
    assertThat(site.get("/sign-in").body()).contains("data-sign-in", "<noscript>");
    Key key = Key.of(48);
    Seat seat = signIn(site, key);
    String page = ask(site, "GET", "/sign-in", null, "Cookie", seat.cookie()).body();
    assertThat(page).contains(key.account().toString(), "Sign out");
    HttpResponse<String> out =
        ask(
            site,
            "POST",
            "/sign-out",
            "formToken=" + seat.token(),
            "Content-Type",
            "application/x-www-form-urlencoded",
            "Cookie",
            seat.cookie());
    assertThat(out.statusCode()).isIn(302, 303);
    assertThat(state(site, seat.cookie()).get("signedIn").asBoolean()).isFalse();
  }
}
