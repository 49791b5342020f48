package org.sumscan.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sumscan.Sumscan;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The whole application on a database of its own, following the chain of an {@link Exhibition} that
 * it has indexed and replayed, every open sample asked about; a test class gets it as a parameter
 * with {@code &#64;ExtendWith(SiteExtension.class)}.
 */
public final class Site implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final TestDatabase database = TestDatabase.create();
  private final Exhibition exhibition;
  private final HttpClient client = HttpClient.newHttpClient();
  private final ServletWebServerApplicationContext application;
  private final String url;

  Site() {
    this(List.of());
  }

  /** One of a test's own, with more settings such as {@code sumscan.a.b=c}. */
  public Site(List<String> settings) {
    this(new Exhibition(), settings);
  }

  private Site(Exhibition exhibition, List<String> settings) {
    this.exhibition = exhibition;
    application =
        (ServletWebServerApplicationContext)
            new SpringApplicationBuilder(Sumscan.class).run(arguments(settings));
    url = "http://127.0.0.1:" + application.getWebServer().getPort();
    awaitFigures();
  }

  /** A site of one's own, whose chain may be changed, with deposits worth the gas; to be closed. */
  public static Site alone() {
    return new Site(new Exhibition(1000), List.of());
  }

  private String[] arguments(List<String> settings) {
    List<String> all =
        new ArrayList<>(
            List.of(
                "--spring.datasource.url=" + database.url(),
                "--sumscan.chains[0].name=Exhibition",
                "--sumscan.chains[0].rpc-urls=" + exhibition.url(),
                "--sumscan.chains[0].public-rpc-url=https://rpc.example/",
                "--sumscan.chains[0].models="
                    + String.join(
                        ",",
                        exhibition.pictures().toString(),
                        exhibition.hostile().toString(),
                        exhibition.untaught().toString()),
                "--sumscan.demo.enabled=false",
                "--server.address=127.0.0.1",
                "--server.port=0"));
    settings.forEach(setting -> all.add("--" + setting));
    return all.toArray(String[]::new);
  }

  /** Its address, without a slash at the end. */
  public String url() {
    return url;
  }

  /** What it shows. */
  public Exhibition exhibition() {
    return exhibition;
  }

  /** One of its parts. */
  public <T> T part(String name, Class<T> type) {
    return application.getBean(name, type);
  }

  /** Asks for a path as a browser would for a page. */
  public HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(URI.create(url + path)).header("Accept", "text/html,*/*"));
  }

  /** Posts JSON to a path. */
  public HttpResponse<String> post(String path, String json) {
    return send(
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  /** What a path answers as JSON, whatever the status. */
  public JsonNode json(String path) {
    return JSON.readTree(get(path).body());
  }

  private HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private void awaitFigures() {
    Waiting.until(
        "all samples are indexed, replayed and asked about",
        () -> isReplayed(exhibition.pictures().toString(), exhibition.hostile().toString()));
  }

  private boolean isReplayed(String... models) {
    int all = exhibition.added().size();
    if (json("/api/v1/status").path("samples").asInt(0) < all) return false;
    for (String model : models) {
      JsonNode accuracy = json("/api/v1/models/31337/" + model).path("accuracy");
      if (!accuracy.path("state").asString("").equals("shown")) return false;
    }
    return JdbcClient.create(part("dataSource", DataSource.class))
        .sql("select not exists (select 1 from open_sample where not answered)")
        .query(Boolean.class)
        .single();
  }

  @Override
  public void close() {
    application.close();
    exhibition.close();
    database.close();
  }
}
