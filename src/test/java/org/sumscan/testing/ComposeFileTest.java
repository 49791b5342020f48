package org.sumscan.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.json.JsonMapper;

/** What docker-compose.yml says fits the rest of the repository. */
class ComposeFileTest {

  private static final Map<String, Object> SERVICES = services();

  private static Map<String, Object> services() {
    try {
      return at(new Yaml().load(Files.readString(Path.of("docker-compose.yml"))), "services");
    } catch (IOException failure) {
      throw new IllegalStateException(failure);
    }
  }

  @Test
  void namesThePostgresThatTheTestsRunOn() throws IOException {
    assertThat(service("database")).containsEntry("image", DatabaseServer.IMAGE);
    String version = DatabaseServer.IMAGE.substring("postgres:".length());
    assertThat(Files.readString(Path.of("pom.xml")))
        .contains("<postgres-binaries.version>" + version + ".0<");
  }

  @Test
  void makesItsDatabasesAsTheTestsDo() {
    assertThat(at(service("database"), "environment"))
        .containsEntry("POSTGRES_INITDB_ARGS", DatabaseServer.INITDB);
  }

  /** The server that sets up a new database answers on its socket only, and stops once it has. */
  @Test
  void takesADatabaseForReadyOnceItAnswersOverTheNetwork() {
    assertThat(healthcheck("database")).containsSubsequence("pg_isready", "--host", "127.0.0.1");
  }

  /** Run here as the container would, at another port. */
  @ParameterizedTest
  @CsvSource({"200, true", "503, false", "404, false"})
  void takesSumscanForHealthyWhenItSaysSo(int status, boolean healthy) throws Exception {
    List<String> asked = new CopyOnWriteArrayList<>();
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
          exchange.sendResponseHeaders(status, -1);
          exchange.close();
        });
    server.start();
    try {
      List<String> check = healthcheck("sumscan");
      assertThat(check).startsWith("CMD").anyMatch(word -> word.contains("/8080 "));
      List<String> command =
          check.stream()
              .skip(1)
              .map(word -> word.replace("/8080 ", "/" + server.getAddress().getPort() + " "))
              .toList();
      Process process = new ProcessBuilder(command).start();
      assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
      assertThat(process.exitValue() == 0).isEqualTo(healthy);
      assertThat(asked).containsExactly("GET /api/health");
    } finally {
      server.stop(0);
    }
  }

  @Test
  void namesTheAnvilThatTheTestsRunOn() throws IOException {
    String pinned =
        JsonMapper.shared()
            .readTree(Files.readString(Path.of("contracts/package.json")))
            .at("/optionalDependencies/@foundry-rs~1anvil-linux-amd64")
            .stringValue();
    assertThat(service("chain").get("image")).asString().endsWith("/foundry:v" + pinned);
  }

  @Test
  void buildsAndRunsTheProgramOnTheJavaThatItIsWrittenFor() throws IOException {
    String pom = Files.readString(Path.of("pom.xml"));
    String java = pom.replaceFirst("(?s).*<java.version>", "").replaceFirst("(?s)<.*", "");
    assertThat(at(service("sumscan"), "build").get("dockerfile_inline"))
        .asString()
        .contains("openjdk-" + java + "-jdk-headless", "FROM eclipse-temurin:" + java + "-jre\n");
  }

  /** A build must not see what another platform left there, and must see all that is tracked. */
  @Test
  void buildsFromWhatGitKeeps() throws IOException {
    List<String> untracked = Files.readAllLines(Path.of(".gitignore"));
    assertThat(at(service("sumscan"), "build")).containsEntry("context", ".");
    assertThat(Files.readAllLines(Path.of(".dockerignore")))
        .contains("/.git/")
        .filteredOn(path -> !path.equals("/.git/"))
        .containsExactlyElementsOf(
            untracked.stream().filter(path -> path.startsWith("/")).toList());
  }

  @Test
  void isReachedFromThisMachineOnlyAndChecksItsHealth() {
    for (String name : SERVICES.keySet()) {
      assertThat(service(name).get("ports"))
          .asInstanceOf(org.assertj.core.api.InstanceOfAssertFactories.LIST)
          .isNotEmpty()
          .allSatisfy(port -> assertThat(port).asString().startsWith("127.0.0.1:"));
      assertThat(at(service(name), "healthcheck")).containsKeys("test", "interval", "retries");
    }
  }

  @Test
  void setsWhatSumscanReads() {
    StandardEnvironment environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .addFirst(
            new SystemEnvironmentPropertySource(
                "compose-systemEnvironment", at(service("sumscan"), "environment")));
    ConfigurationPropertySources.attach(environment);
    Binder binder = Binder.get(environment);

    DataSourceProperties database =
        binder.bind("spring.datasource", DataSourceProperties.class).get();
    assertThat(database.getUrl()).isEqualTo("jdbc:postgresql://database:5432/sumscan");
    assertThat(database.getUsername())
        .isEqualTo(at(service("database"), "environment").get("POSTGRES_USER"));

    assertThat(binder.bind("sumscan.demo.chain-url", URI.class).get())
        .isEqualTo(URI.create("http://chain:8545"));
    assertThat(binder.bind("sumscan.chains", Bindable.listOf(String.class)).isBound()).isFalse();
  }

  /** Its first block must lie so long ago that the demo's past ends now. */
  @Test
  void givesTheDemosPastRoomOnItsChain() {
    assertThat(service("chain").get("entrypoint"))
        .asString()
        .contains("date +%s) - " + Duration.ofDays(28).toSeconds())
        .contains("--timestamp", "--no-request-size-limit");
  }

  @SuppressWarnings("unchecked")
  private static List<String> healthcheck(String service) {
    return (List<String>) at(service(service), "healthcheck").get("test");
  }

  private static Map<String, Object> service(String name) {
    return at(SERVICES, name);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> at(Object map, String key) {
    return (Map<String, Object>) ((Map<String, Object>) map).get(key);
  }
}
