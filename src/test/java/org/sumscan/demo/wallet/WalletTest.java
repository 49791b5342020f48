package org.sumscan.demo.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.sumscan.demo.chain.AnvilRpc;
import org.sumscan.testing.Anvil;
import org.sumscan.testing.TestDatabase;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The demo's wallet as browsers, and those who would like to be one, meet it over HTTP. */
class WalletTest {

  private static final AtomicInteger CLIENTS = new AtomicInteger();
  private static final String ACCOUNTS =
      "{\"jsonrpc\":\"2.0\",\"id\":7,\"method\":\"eth_accounts\",\"params\":[]}";

  private static Anvil anvil;
  private static TestDatabase database;
  private static ServletWebServerApplicationContext server;
  private static int port;
  private static String token;
  private static String account;

  @BeforeAll
  static void start() {
    anvil = Anvil.start();
    database = TestDatabase.create();
    server =
        (ServletWebServerApplicationContext)
            new SpringApplicationBuilder(Server.class)
                .properties(
                    Map.of(
                        "spring.datasource.url",
                        database.url(),
                        "spring.flyway.enabled",
                        false,
                        "server.port",
                        0,
                        "spring.main.banner-mode",
                        "off"))
                .run();
    port = server.getWebServer().getPort();
    token = server.getBean(WalletAccess.class).token();
    account = anvil.accounts().get(9).lowerCase();
  }

  @AfterAll
  static void stop() {
    server.close();
    anvil.close();
    database.close();
  }

  @EnableAutoConfiguration
  @ComponentScan("org.sumscan.operations.web")
  @Import({WalletController.class, WalletAccess.class, WalletAccount.class})
  static class Server {

    /** What the whole application decides about sessions is not what is tested here. */
    @Bean
    SecurityFilterChain noSessions(HttpSecurity http) {
      return http.csrf(AbstractHttpConfigurer::disable)
          .headers(AbstractHttpConfigurer::disable)
          .requestCache(AbstractHttpConfigurer::disable)
          .sessionManagement(
              sessions -> sessions.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
          .build();
    }

    @Bean
    Clock clock() {
      return Clock.systemUTC();
    }

    @Bean
    AnvilRpc rpc() {
      return new AnvilRpc(anvil.url());
    }
  }

  private record Answer(int status, String body) {
    JsonNode json() {
      return JsonMapper.shared().readTree(body);
    }
  }

  /** An address of this machine for each request, since a client has a share of each minute. */
  private static InetAddress newClient() {
    return InetAddress.ofLiteral("127.0.1." + (1 + CLIENTS.getAndIncrement() % 250));
  }

  /** Sends a request as it stands, which a polite client would not let us write. */
  private static Answer send(String method, String body, List<String> headers) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    String head =
        method
            + " /api/demo-wallet HTTP/1.1\r\n"
            + String.join("\r\n", headers)
            + "\r\nContent-Length: "
            + bytes.length
            + "\r\nConnection: close\r\n\r\n";
    try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port, newClient(), 0)) {
      socket.getOutputStream().write(head.getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
      return read(socket.getInputStream());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Answer read(InputStream stream) throws IOException {
    String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    int status = Integer.parseInt(text.substring(9, 12));
    String body = text.substring(text.indexOf("\r\n\r\n") + 4);
    int from = body.indexOf('{');
    return new Answer(status, from < 0 ? body : body.substring(from, body.lastIndexOf('}') + 1));
  }

  /**
   * What our own page sends, with some headers in the place of others; an empty one is left out.
   */
  private static List<String> headers(String... changes) {
    Map<String, String> headers = new java.util.TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.put("Host", "localhost:" + port);
    headers.put("Origin", "http://localhost:" + port);
    headers.put("Content-Type", "application/json");
    headers.put("Sec-Fetch-Site", "same-origin");
    headers.put("X-Sumscan-Token", token);
    for (String change : changes) {
      int colon = change.indexOf(':');
      headers.put(change.substring(0, colon), change.substring(colon + 1).strip());
    }
    List<String> lines = new ArrayList<>();
    headers.forEach(
        (name, value) -> {
          if (!value.isEmpty()) lines.add(name + ": " + value);
        });
    return lines;
  }

  private static JsonNode ask(String method, String parameters) {
    String body =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"%s\",\"params\":%s}"
            .formatted(method, parameters);
    Answer answer = send("POST", body, headers());
    assertThat(answer.status()).isEqualTo(200);
    return answer.json();
  }

  private static int errorCode(JsonNode answer) {
    assertThat(answer.path("result").isMissingNode()).isTrue();
    return answer.at("/error/code").asInt();
  }

  @Test
  void answersOurOwnPage() {
    Answer answer = send("POST", ACCOUNTS, headers());
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().get("id").asInt()).isEqualTo(7);
    assertThat(answer.json().get("result")).hasSize(1);
    assertThat(answer.json().at("/result/0").asString()).isEqualTo(account);
    String other = "127.0.0.1:" + port;
    assertThat(
            send("POST", ACCOUNTS, headers("Host: " + other, "Origin: http://" + other)).status())
        .isEqualTo(200);
  }

  static Stream<String> strangers() {
    return Stream.of(
        "Origin: https://evil.example",
        "Origin: http://localhost:1",
        "Origin: null",
        "Origin:",
        "Sec-Fetch-Site: cross-site",
        "Sec-Fetch-Site: same-site",
        "X-Sumscan-Token:",
        "X-Sumscan-Token: 0000",
        "Host: evil.example",
        "Host: localhost.evil.example",
        "Host: 10.0.0.7",
        "X-Forwarded-For: 127.0.0.1",
        "X-Forwarded-Host: localhost",
        "Forwarded: for=127.0.0.1",
        "X-Real-IP: 127.0.0.1",
        "Via: 1.1 proxy");
  }

  @ParameterizedTest
  @MethodSource("strangers")
  void refusesStrangers(String header) {
    Answer answer = send("POST", ACCOUNTS, headers(header));
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.json().get("message").asString()).isNotBlank();
    assertThat(answer.body()).doesNotContain(token).doesNotContain(account);
  }

  @Test
  void refusesANameThatWasBentToThisMachineAlsoWithItsOwnOrigin() {
    List<String> rebound = headers("Host: evil.example", "Origin: http://evil.example");
    assertThat(send("POST", ACCOUNTS, rebound).status()).isEqualTo(403);
  }

  @Test
  void refusesTheTokenOfAnotherProcess() {
    String other = new WalletAccess().token();
    assertThat(other).hasSize(64).isNotEqualTo(token);
    assertThat(send("POST", ACCOUNTS, headers("X-Sumscan-Token: " + other)).status())
        .isEqualTo(403);
  }

  @Test
  void refusesOtherMethodsOfHttp() {
    for (String method : List.of("GET", "PUT", "DELETE")) {
      assertThat(send(method, "", headers()).status()).as(method).isEqualTo(405);
    }
    assertThat(send("OPTIONS", "", headers("Access-Control-Request-Method: POST")).body())
        .doesNotContain("Access-Control-Allow");
  }

  @ParameterizedTest
  @ValueSource(strings = {"application/x-www-form-urlencoded", "text/plain", ""})
  void refusesWhatFormsOfOtherPagesCanSend(String type) {
    assertThat(send("POST", ACCOUNTS, headers("Content-Type: " + type)).status()).isEqualTo(415);
  }

  @Test
  void refusesUploads() {
    String upload = "Content-Type: multipart/form-data";
    assertThat(send("POST", ACCOUNTS, headers(upload)).status()).isEqualTo(415);
    assertThat(send("POST", ACCOUNTS, headers(upload + "; boundary=x")).status()).isEqualTo(415);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "x",
        "[]",
        "null",
        "[{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"eth_accounts\",\"params\":[]}]",
        "{\"id\":1,\"method\":\"eth_accounts\"}",
        "{\"jsonrpc\":\"2.0\",\"method\":\"eth_accounts\"}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":[\"eth_accounts\"]}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"eth_accounts\",\"params\":{}}",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"eth_accounts\"} trailing",
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"eth_accounts\",\"method\":\"evm_mine\"}"
      })
  void refusesBatchesAndWhatIsNoRequest(String body) {
    Answer answer = send("POST", body, headers());
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.json().get("message").asString()).contains("JSON-RPC");
  }

  @Test
  void refusesLargeBodies() {
    String body = ACCOUNTS.replace("[]", "[\"" + "x".repeat(WalletController.MOST_BYTES) + "\"]");
    assertThat(send("POST", body, headers()).status()).isEqualTo(413);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "anvil_setBalance",
        "anvil_impersonateAccount",
        "evm_mine",
        "eth_sign",
        "eth_signTransaction",
        "eth_sendRawTransaction",
        "debug_traceTransaction",
        "anvil_dumpState",
        "eth_subscribe",
        "ETH_ACCOUNTS",
        "wallet_addEthereumChain"
      })
  void refusesMethodsThatAreNotOnItsList(String method) {
    assertThat(errorCode(ask(method, "[]"))).isEqualTo(WalletRules.UNSUPPORTED);
  }

  @Test
  void actsForNoOtherAccount() {
    String other = anvil.accounts().getFirst().lowerCase();
    String transaction = "[{\"from\":\"" + other + "\",\"to\":\"" + account + "\"}]";
    assertThat(errorCode(ask("eth_sendTransaction", transaction))).isEqualTo(4100);
    assertThat(errorCode(ask("eth_sendTransaction", "[{\"to\":\"" + account + "\"}]")))
        .isEqualTo(4100);
    assertThat(errorCode(ask("eth_call", transaction))).isEqualTo(4100);
    assertThat(errorCode(ask("personal_sign", "[\"0x1234\",\"" + other + "\"]"))).isEqualTo(4100);
    assertThat(errorCode(ask("eth_signTypedData_v4", "[\"" + other + "\",\"{}\"]")))
        .isEqualTo(4100);
    assertThat(errorCode(ask("eth_sendTransaction", "[]"))).isEqualTo(WalletRules.INVALID);
    assertThat(errorCode(ask("eth_sendTransaction", "[\"" + account + "\"]")))
        .isEqualTo(WalletRules.INVALID);
    assertThat(
            errorCode(
                ask(
                    "eth_sendTransaction",
                    "[{\"from\":\"" + account + "\",\"authorizationList\":[]}]")))
        .isEqualTo(WalletRules.INVALID);
    assertThat(
            errorCode(
                ask("eth_sendTransaction", "[{\"from\":\"" + account + "\",\"chainId\":\"0x1\"}]")))
        .isEqualTo(WalletRules.INVALID);
  }

  @Test
  void sendsSignsAndReadsForItsAccount() {
    String to = anvil.accounts().getFirst().lowerCase();
    String transaction =
        "[{\"from\":\""
            + account
            + "\",\"to\":\""
            + to
            + "\",\"value\":\"0x5\",\"chainId\":\"0x7a69\"}]";
    String hash = ask("eth_sendTransaction", transaction).get("result").asString();
    anvil.receipt(org.sumscan.kernel.Hash32.of(hash));
    assertThat(ask("eth_getTransactionReceipt", "[\"" + hash + "\"]").at("/result/from").asString())
        .isEqualTo(account);
    assertThat(ask("personal_sign", "[\"0x1234\",\"" + account + "\"]").get("result").asString())
        .hasSize(132);
    assertThat(ask("eth_signTypedData_v4", typed()).get("result").asString()).hasSize(132);
    assertThat(ask("eth_chainId", "[]").get("result").asString()).isEqualTo("0x7a69");
    assertThat(ask("eth_getBalance", "[\"" + account + "\",\"latest\"]").has("result")).isTrue();
  }

  private static String typed() {
    String data =
        "{\"types\":{\"EIP712Domain\":[{\"name\":\"name\",\"type\":\"string\"}],"
            + "\"Note\":[{\"name\":\"text\",\"type\":\"string\"}]},\"primaryType\":\"Note\","
            + "\"domain\":{\"name\":\"Sumscan\"},\"message\":{\"text\":\"hello\"}}";
    return JsonMapper.shared().writeValueAsString(List.of(account, data));
  }

  @Test
  void triesOutWhatItsAccountWouldDo() {
    String other = anvil.accounts().getFirst().lowerCase();
    String simulated = "[{\"blockStateCalls\":[{\"calls\":[%s]}]},\"latest\"]";
    String own = "{\"from\":\"%s\",\"to\":\"%s\",\"value\":\"0x5\"}".formatted(account, other);
    JsonNode answer = ask("eth_simulateV1", simulated.formatted(own));
    assertThat(answer.at("/result/0/calls/0/status").asString())
        .as(answer.toString())
        .isEqualTo("0x1");
    String theirs = "{\"from\":\"%s\",\"to\":\"%s\"}".formatted(other, account);
    assertThat(errorCode(ask("eth_simulateV1", simulated.formatted(theirs)))).isEqualTo(4100);
    String many = String.join(",", java.util.Collections.nCopies(101, own));
    assertThat(errorCode(ask("eth_simulateV1", simulated.formatted(many))))
        .isEqualTo(WalletRules.INVALID);
  }

  @Test
  void passesOnWhyTheChainRefused() {
    String tooMuch =
        "[{\"from\":\"%s\",\"to\":\"%s\",\"value\":\"0x%s\"}]"
            .formatted(account, account, "f".repeat(40));
    JsonNode answer = ask("eth_sendTransaction", tooMuch);
    assertThat(answer.at("/error/message").asString()).containsIgnoringCase("funds");
  }
}
