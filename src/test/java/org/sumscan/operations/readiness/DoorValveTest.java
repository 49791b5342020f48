package org.sumscan.operations.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServer;

/** What a visitor is told while Sumscan starts, by a web server that has nothing behind it yet. */
class DoorValveTest {

  private final Readiness readiness = new Readiness();
  private final WebServer server = server(readiness);

  private static WebServer server(Readiness readiness) {
    TomcatServletWebServerFactory factory =
        (TomcatServletWebServerFactory) ReadinessConfiguration.webServerFactory(readiness);
    factory.setPort(0);
    return factory.getWebServer();
  }

  @AfterEach
  void stop() {
    server.stop();
    server.destroy();
  }

  private HttpResponse<String> get(String path) throws Exception {
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.getPort() + path)).build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  @Test
  void tellsTheProgressWithAllHeadersThatBrowsersHoldTo() throws Exception {
    readiness.begin("Indexing the chain").report(3, 10, "blocks");
    HttpResponse<String> page = get("/");
    assertThat(page.body()).contains("Indexing the chain: 3 of 10 blocks");
    HttpResponse<String> problem = get("/api/health");
    assertThat(problem.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    for (HttpResponse<String> answer : List.of(page, problem)) {
      assertThat(answer.statusCode()).isEqualTo(503);
      assertThat(answer.headers().firstValue("Retry-After")).hasValue("1");
      assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
      for (String name :
          List.of(
              "Content-Security-Policy",
              "X-Content-Type-Options",
              "X-Frame-Options",
              "Referrer-Policy",
              "Cross-Origin-Opener-Policy",
              "Cross-Origin-Resource-Policy",
              "Permissions-Policy")) {
        assertThat(answer.headers().allValues(name)).as(name).hasSize(1);
      }
    }
  }
}
