package org.sumscan.operations.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sumscan.testing.SumscanProcess;
import org.sumscan.testing.TestDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Requests that no controller ever sees, as a stranger sends them. */
class RefusedRequestsIT {

  private static final String LARGE = "x".repeat(20_000);

  @TempDir static Path folder;
  private static TestDatabase database;
  private static SumscanProcess sumscan;

  private static int clients;

  /** Behind a proxy, by whose word each request is another client's, with a share of its own. */
  @BeforeAll
  static void start() throws InterruptedException {
    database = TestDatabase.create();
    Map<String, String> settings =
        Map.of(
            "SPRING_DATASOURCE_URL",
            database.url(),
            "SUMSCAN_DEMO_ENABLED",
            "false",
            "SERVER_FORWARD_HEADERS_STRATEGY",
            "native");
    sumscan = SumscanProcess.start(folder, settings).awaitReady();
  }

  @AfterAll
  static void stop() {
    sumscan.close();
    database.close();
  }

  /** A request to a place of the interface or of the pages, and how it is refused. */
  record Refused(int status, String line, List<String> headers) {

    static Refused by(int status, String line, String... headers) {
      return new Refused(status, line, List.of(headers));
    }

    /** The same below another path. */
    Refused at(String place) {
      return new Refused(status, line.replace("PLACE", place), headers);
    }
  }

  private static Stream<Refused> everywhere() {
    String[] many = IntStream.range(0, 150).mapToObj(i -> "X-" + i + ": 1").toArray(String[]::new);
    return Stream.of(
        Refused.by(404, "GET PLACE/nothing HTTP/1.1"),
        Refused.by(404, "GET PLACE/x/.%2e/nothing HTTP/1.1"),
        Refused.by(400, "GET PLACE/mod els HTTP/1.1"),
        Refused.by(400, "GET PLACE/%zz HTTP/1.1"),
        Refused.by(400, "GET PLACE/%00 HTTP/1.1"),
        Refused.by(400, "GET PLACE/%2f HTTP/1.1"),
        Refused.by(400, "GET PLACE/%ff HTTP/1.1"),
        Refused.by(400, "GET PLACE/\\ HTTP/1.1"),
        Refused.by(400, "GET PLACE/{} HTTP/1.1"),
        Refused.by(400, "GET PLACE/status?q=%ff HTTP/1.1"),
        Refused.by(400, "GET PLACE/status HTTP/1.1", "Content-Length: -1"),
        Refused.by(400, "GET PLACE/status HTTP/1.1", "Content-Length: 1", "Content-Length: 2"),
        Refused.by(400, "GET PLACE/status HTTP/1.1", "Host: another"),
        Refused.by(505, "GET PLACE/status HTTP/7.0"),
        Refused.by(414, "GET PLACE/status?q=" + LARGE.substring(0, 9_000) + " HTTP/1.1"),
        Refused.by(431, "GET PLACE/status HTTP/1.1", "X-Large: " + LARGE),
        Refused.by(431, "GET PLACE/status HTTP/1.1", many),
        Refused.by(413, "POST PLACE/status HTTP/1.1", "Content-Length: 99999999"),
        Refused.by(411, "POST PLACE/status HTTP/1.1", "Transfer-Encoding: chunked"),
        Refused.by(405, "DELETE PLACE/status HTTP/1.1"),
        Refused.by(405, "TRACE PLACE/status HTTP/1.1"));
  }

  private static Stream<Refused> ofTheInterface() {
    return Stream.concat(
        everywhere().map(each -> each.at("/api/v1")),
        Stream.of(
            Refused.by(404, "GET /api HTTP/1.1"),
            Refused.by(404, "GET /api/ HTTP/1.1"),
            Refused.by(404, "GET /api/nothing HTTP/1.1"),
            Refused.by(405, "PUT /api/models HTTP/1.1"),
            Refused.by(406, "GET /api/v1/status HTTP/1.1", "Accept: image/png"),
            Refused.by(
                415,
                "POST /api/v1/claims/plans HTTP/1.1",
                "Content-Type: text/plain",
                "Content-Length: 0"),
            Refused.by(
                400,
                "POST /api/v1/claims/plans HTTP/1.1",
                "Content-Type: application/json",
                "Content-Length: 0")));
  }

  private static Stream<Refused> ofThePages() {
    return everywhere().map(each -> each.at(""));
  }

  @ParameterizedTest
  @MethodSource("ofTheInterface")
  void areProblemsForPrograms(Refused refused) throws IOException {
    RawHttp answer = answer(refused);
    assertThat(answer.header("Content-Type"))
        .singleElement()
        .asString()
        .startsWith("application/problem+json");
    JsonNode problem = JsonMapper.shared().readTree(answer.body());
    assertThat(problem.get("status").asInt()).isEqualTo(refused.status());
    assertThat(problem.get("title").asString()).isNotBlank();
    assertThat(problem.get("detail").asString()).endsWith(".").hasSizeLessThan(200);
    assertThat(problem.get("message")).isEqualTo(problem.get("detail"));
  }

  @ParameterizedTest
  @MethodSource("ofThePages")
  void arePagesForPeople(Refused refused) throws IOException {
    RawHttp answer = answer(refused);
    assertThat(answer.header("Content-Type")).singleElement().asString().startsWith("text/html");
    assertThat(answer.body()).contains("<h1>", "</p>", "<a href=\"/\">All models</a>");
  }

  private static RawHttp answer(Refused refused) throws IOException {
    RawHttp answer = ask(refused.line(), refused.headers());
    assertThat(answer.status()).as(answer.toString()).isEqualTo(refused.status());
    assertThat(answer.header("Server")).isEmpty();
    assertThat(answer.header("X-Powered-By")).isEmpty();
    assertThat(answer.header("X-Content-Type-Options")).containsExactly("nosniff");
    assertThat(answer.header("X-Frame-Options")).containsExactly("DENY");
    assertThat(answer.header("Content-Security-Policy"))
        .singleElement()
        .asString()
        .contains("default-src 'none'", "frame-ancestors 'none'");
    for (String name :
        List.of(
            "Referrer-Policy",
            "Permissions-Policy",
            "Cross-Origin-Opener-Policy",
            "Cross-Origin-Resource-Policy")) {
      assertThat(answer.header(name)).as(name).hasSize(1);
    }
    assertThat(answer.body()).doesNotContain("Tomcat", "Apache", "Exception", "java.", "org.");
    return answer;
  }

  private static RawHttp ask(String line, List<String> headers) throws IOException {
    List<String> all = new ArrayList<>(headers);
    all.add("X-Forwarded-For: 203.0." + clients / 256 + "." + clients++ % 256);
    return RawHttp.ask(sumscan.url(), line, all.toArray(String[]::new));
  }

  @Test
  void sayWhichMethodsThereAre() throws IOException {
    RawHttp answer = ask("DELETE /api/v1/status HTTP/1.1", List.of());
    assertThat(answer.header("Allow"))
        .as(answer.toString())
        .singleElement()
        .asString()
        .contains("GET");
  }

  @Test
  void tellOfAnAddressThatIsTooLongToBeReadAtAll() throws IOException {
    RawHttp answer = ask("GET /samples?q=" + LARGE + " HTTP/1.1", List.of());
    assertThat(answer.status()).isEqualTo(414);
    assertThat(answer.body()).contains("The address is too long.");
  }

  @Test
  void leaveOnlyTheHealthToTheServersOwnInterface() throws Exception {
    assertThat(sumscan.get("/actuator/health").body()).isEqualTo("{\"status\":\"UP\"}");
    for (String path :
        List.of(
            "/actuator", "/actuator/", "/actuator/info", "/actuator/env", "/actuator/health/db")) {
      assertThat(sumscan.get(path).statusCode()).as(path).isEqualTo(404);
    }
  }

  @Test
  void writeNothingIntoTheLog() throws IOException {
    String before = sumscan.output();
    for (Refused refused : Stream.concat(ofTheInterface(), ofThePages()).toList()) {
      answer(refused);
    }
    Random random = new Random(7);
    for (int i = 0; i < 400; i++) ask(line(random), headers(random));
    assertThat(sumscan.output()).isEqualTo(before);
  }

  @Test
  void leaveTheLogAloneWhenTheyHangUpAtOnce() throws Exception {
    String before = sumscan.output();
    for (int i = 0; i < 60; i++) {
      for (String path :
          List.of("/", "/samples", "/status", "/api/v1/openapi.json", "/css/page.css")) {
        try (Socket socket = new Socket(sumscan.url().getHost(), sumscan.url().getPort())) {
          // Whatever the server writes after this is answered by a reset.
          socket.setSoLinger(true, 0);
          String request = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n";
          socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        }
      }
    }
    assertThat(sumscan.get("/status").statusCode()).isEqualTo(200);
    assertThat(sumscan.output()).isEqualTo(before);
  }

  private static final List<String> METHODS =
      List.of(
          "GET", "GET", "GET", "HEAD", "POST", "POST", "PUT", "OPTIONS", "PROPFIND", "G\u00ebt");

  private static final List<String> PARTS =
      List.of(
          "js",
          "css",
          "..",
          "%2e%2e",
          ".",
          "%252e",
          ";a=b",
          "..;",
          "page.js",
          "api",
          "v1",
          "models",
          "samples",
          "samples.csv",
          "samples.json",
          "status",
          "31337",
          "-1",
          "99999999999999999999",
          "0x00000000000000000000000000000000000000ff",
          "accounts",
          "validations",
          "WEB-INF",
          "error",
          "%5c..",
          "%c0%ae",
          "%e2%80%ae",
          "http:",
          "",
          "file:",
          "record",
          "register",
          "sign-in",
          "messages",
          "data",
          "accuracy",
          "model",
          "transactions",
          "claims",
          "plans");

  private static final List<String> QUERIES =
      List.of(
          "",
          "?",
          "?q=x",
          "?q",
          "?=",
          "?&&",
          "?q=%00",
          "?limit=-1",
          "?order=\u00ff",
          "?q=a&q=b",
          "?account=me",
          "?status=open&status=",
          "?cursor=AAAA",
          "?reveal=true",
          "?afterAddress=0x",
          "?fromBlock=1e9",
          "?q=" + "%20".repeat(900),
          "?" + "a=b&".repeat(1500));

  private static final List<String> HEADERS =
      List.of(
          "Accept: nonsense",
          "Accept: */*;q=7",
          "Accept: text/html",
          "Accept: application/json",
          "Accept-Language: \u00ff-*;q=x",
          "Accept-Encoding: gzip;q=-1",
          "Cookie: a=b; ;;=\"",
          "Cookie: sumscan-session=%00",
          "Range: bytes=9-1",
          "Range: bytes=0-0,0-0,0-0",
          "If-Modified-Since: never",
          "If-None-Match: \"",
          "Content-Type: ;",
          "Content-Type: a/b;c=",
          "Content-Type: application/json;charset=nonsense",
          "Origin: null",
          "Content-Type: multipart/form-data",
          "Content-Type: multipart/form-data; boundary=x",
          "Content-Type: application/x-www-form-urlencoded;charset=nonsense",
          "Content-Type: application/json",
          "Expect: nothing",
          "Expect: 100-continue",
          "Upgrade: h2c",
          "Forwarded: for=x;by=\"",
          "X-Forwarded-For: nonsense",
          "X-HTTP-Method-Override: DELETE",
          "Last-Event-ID: 1",
          "HX-Request: true");

  private static String line(Random random) {
    int parts = random.nextInt(5);
    String path =
        IntStream.range(0, parts)
            .mapToObj(i -> any(PARTS, random))
            .collect(Collectors.joining("/"));
    return any(METHODS, random) + " /" + path + any(QUERIES, random) + " HTTP/1.1";
  }

  private static List<String> headers(Random random) {
    List<String> headers = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) headers.add(any(HEADERS, random));
    return headers;
  }

  private static String any(List<String> texts, Random random) {
    return texts.get(random.nextInt(texts.size()));
  }
}
