package org.sumscan.operations.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sumscan.testing.SumscanProcess;
import org.sumscan.testing.TestDatabase;

/** What holds for every answer, on the whole program with no chain configured. */
class WebHygieneIT {

  @TempDir static Path folder;
  private static TestDatabase database;
  private static SumscanProcess sumscan;

  @BeforeAll
  static void start() throws InterruptedException {
    database = TestDatabase.create();
    sumscan =
        SumscanProcess.start(
                folder,
                Map.of("SPRING_DATASOURCE_URL", database.url(), "SUMSCAN_DEMO_ENABLED", "false"))
            .awaitReady();
  }

  @AfterAll
  static void stop() {
    sumscan.close();
    database.close();
  }

  @Test
  void isHealthyWithoutAnyChain() throws Exception {
    HttpResponse<String> health = sumscan.get("/api/health");
    assertThat(health.body()).isEqualTo("{\"healthy\":true,\"problems\":[]}");
    assertThat(sumscan.get("/").body()).contains("No chain is configured");
    assertThat(sumscan.children()).as("embedded programs").isEmpty();
  }

  @Test
  void saysItsAddressAndNothingAlarming() {
    assertThat(sumscan.output())
        .contains("Sumscan is ready: http://localhost:" + sumscan.url().getPort())
        .doesNotContain("WARN", "ERROR", "Exception");
  }

  @Test
  void tellsBrowsersWhatToHoldToOnEveryAnswer() throws Exception {
    for (String path : new String[] {"/", "/api/health", "/nothing", "/api/nothing"}) {
      HttpResponse<String> answer = sumscan.get(path);
      assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
      assertThat(answer.headers().firstValue("Referrer-Policy")).isPresent();
      assertThat(answer.headers().firstValue("Permissions-Policy")).isPresent();
      assertThat(answer.headers().allValues("Content-Security-Policy"))
          .singleElement()
          .asString()
          .contains("default-src 'none'", "frame-ancestors 'none'")
          .doesNotContain("unsafe");
    }
  }

  @Test
  void letsBrowsersKeepOnlyFilesWhoseAddressNamesTheirContent() throws Exception {
    Matcher hashed =
        Pattern.compile("/assets/main-[0-9A-Z]{8}\\.js").matcher(sumscan.get("/").body());
    assertThat(hashed.find()).isTrue();
    assertThat(sumscan.get(hashed.group()).headers().allValues("Cache-Control"))
        .containsExactly("max-age=31536000, public, immutable");
    HttpResponse<String> packed =
        sumscan.send(request(hashed.group()).header("Accept-Encoding", "gzip").build());
    assertThat(packed.headers().firstValue("Content-Encoding")).hasValue("gzip");
    assertThat(packed.headers().allValues("Vary")).contains("Accept-Encoding");
    assertThat(sumscan.get("/favicon.svg").headers().allValues("Cache-Control"))
        .containsExactly("no-cache");
    String stale = "/assets/main-01234567.js";
    assertThat(sumscan.get(stale).statusCode()).isEqualTo(404);
    assertThat(sumscan.get(stale).headers().allValues("Cache-Control"))
        .noneMatch(value -> value.contains("max-age"));
    for (String path : new String[] {"/assets/main.js", "/assets.json", hashed.group() + ".map"}) {
      assertThat(sumscan.get(path).statusCode()).as(path).isEqualTo(404);
    }
  }

  @Test
  void loadsFewScriptsAndStylesOnEachPage() throws Exception {
    for (String path : new String[] {"/", "/samples", "/register", "/sign-in", "/status"}) {
      String page = sumscan.get(path).body();
      assertThat(page.split("<script ", -1)).as(path).hasSizeBetween(3, 6);
      assertThat(page.split("rel=\"stylesheet\"", -1)).as(path).hasSize(2);
      assertThat(page).doesNotContain("<script>", "<style", " style=", " onclick=");
    }
  }

  @Test
  void answersUnknownAddressesInTheLanguageOfWhoAsks() throws Exception {
    HttpResponse<String> program = sumscan.get("/api/nothing");
    assertThat(program.statusCode()).isEqualTo(404);
    assertThat(program.headers().firstValue("Content-Type").orElse("")).contains("json");
    assertThat(program.body()).contains("\"message\"");

    HttpResponse<String> person =
        sumscan.send(request("/nothing").header("Accept", "text/html").build());
    assertThat(person.statusCode()).isEqualTo(404);
    assertThat(person.body()).contains("<h1>Not found</h1>");
  }

  @Test
  void refusesBodiesThatAreTooLarge() throws Exception {
    BodyPublisher large =
        BodyPublishers.ofByteArray(new byte[RequestClass.LISTING.bodyBytes() + 1]);
    for (String spelling : new String[] {"/api/models", "/api/%6dodels", "/api/models;x=1"}) {
      HttpResponse<String> refused =
          sumscan.send(
              request(spelling).header("Content-Type", "application/json").POST(large).build());
      assertThat(refused.statusCode()).as(spelling).isEqualTo(413);
      assertThat(refused.body()).contains("\"message\":\"The body of the request is too large.\"");
    }
  }

  @Test
  void refusesBodiesOfUntoldLength() throws Exception {
    BodyPublisher endless =
        BodyPublishers.ofInputStream(() -> new ByteArrayInputStream("{}".getBytes()));
    HttpResponse<String> refused = sumscan.send(request("/api/models").POST(endless).build());
    assertThat(refused.statusCode()).isEqualTo(411);
  }

  @Test
  void refusesAddressesThatAreTooLong() throws Exception {
    HttpResponse<String> long1 =
        sumscan.get("/samples?q=" + "x".repeat(RequestLimits.ADDRESS_CHARACTERS));
    assertThat(long1.statusCode()).isEqualTo(414);
  }

  @Test
  void refusesParametersThatAreNotUtf8WithoutFillingTheLog() throws Exception {
    for (String path : new String[] {"/samples?sender=%ff", "/api/v1/models?q=%C0%AE", "/?q=%zz"}) {
      assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
          .startsWith("HTTP/1.1 400");
    }
    assertThat(sumscan.output()).doesNotContain("Exception");
  }

  @Test
  void redirectsNowhereElse() throws Exception {
    assertThat(
            raw("GET /search?q=x HTTP/1.1\r\nHost: elsewhere.example\r\nConnection: close\r\n\r\n"))
        .contains("Location: /")
        .doesNotContain("elsewhere.example");
  }

  @Test
  void survivesWhatIsNotHttp() throws Exception {
    for (String line : new String[] {"GET /%00 HTTP/1.1", "GET /\u0000 HTTP/1.1", "nonsense"}) {
      assertThat(raw(line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
          .startsWith("HTTP/1.1 400")
          .doesNotContain("Tomcat", "java.", "\tat ");
    }
  }

  private static HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(sumscan.url().resolve(path));
  }

  private static String raw(String text) throws IOException {
    RawHttp answer = RawHttp.send(sumscan.url(), text);
    return answer.head() + "\n\n" + answer.body();
  }
}
