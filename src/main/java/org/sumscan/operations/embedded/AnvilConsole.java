package org.sumscan.operations.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HexFormat;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The few questions that only the keeper of a local node asks it, beside the chain's own: its whole
 * state, out and in.
 */
final class AnvilConsole implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final JsonMapper JSON = JsonMapper.shared();

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .build();
  private final URI rpc;

  AnvilConsole(URI rpc) {
    this.rpc = rpc;
  }

  /** The hash of the newest block. */
  String head() throws IOException, InterruptedException {
    return ask("eth_getBlockByNumber", "[\"latest\",false]").required("hash").stringValue();
  }

  /** Everything the node knows, gzipped JSON. */
  byte[] dump() throws IOException, InterruptedException {
    return HexFormat.of().parseHex(ask("anvil_dumpState", "[]").stringValue().substring(2));
  }

  /** The time of the newest block, in seconds. */
  long headTime() throws IOException, InterruptedException {
    return Long.decode(
        ask("eth_getBlockByNumber", "[\"latest\",false]").required("timestamp").stringValue());
  }

  /** Gives the node what {@link #dump} gave, in place of what it has. */
  void load(byte[] state) throws IOException, InterruptedException {
    boolean loaded =
        ask("anvil_loadState", "[\"0x" + HexFormat.of().formatHex(state) + "\"]").asBoolean();
    if (!loaded) throw new IOException("the node did not take the saved state");
  }

  /** Sets the node's clock, which then runs on at the machine's pace; in seconds. */
  void setTime(long seconds) throws IOException, InterruptedException {
    ask("anvil_setTime", "[" + seconds + "]");
  }

  /** The name and version of the program that answers. */
  String version() throws IOException, InterruptedException {
    return ask("web3_clientVersion", "[]").stringValue();
  }

  private JsonNode ask(String method, String parameters) throws IOException, InterruptedException {
    String body =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"%s\",\"params\":%s}"
            .formatted(method, parameters);
    HttpRequest request =
        HttpRequest.newBuilder(rpc)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    HttpResponse<InputStream> response =
        http.send(request, HttpResponse.BodyHandlers.ofInputStream());
    try (InputStream answer = response.body()) {
      JsonNode json = JSON.readTree(answer.readAllBytes());
      JsonNode result = json.get("result");
      if (result == null || result.isNull()) {
        throw new IOException(method + " was answered by " + json.path("error"));
      }
      return result;
    } catch (tools.jackson.core.JacksonException malformed) {
      throw new IOException(method + " was not answered in JSON", malformed);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
