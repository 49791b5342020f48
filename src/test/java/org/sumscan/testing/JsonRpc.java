package org.sumscan.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.Hash32;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Plain JSON-RPC, independent of the code that is tested. */
final class JsonRpc {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final URI url;

  JsonRpc(URI url) {
    this.url = url;
  }

  URI url() {
    return url;
  }

  JsonNode call(String method, Object... parameters) {
    String body =
        JSON.writeValueAsString(
            Map.of("jsonrpc", "2.0", "id", 1, "method", method, "params", List.of(parameters)));
    JsonNode answer = exchange(body);
    if (answer.has("error")) {
      throw new IllegalStateException(method + " failed: " + answer.get("error"));
    }
    return answer.get("result");
  }

  /** Sends a question as it is and gives the whole answer. */
  JsonNode pass(JsonNode question) {
    return exchange(JSON.writeValueAsString(question));
  }

  private JsonNode exchange(String body) {
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      return JSON.readTree(HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  Hash32 send(Address from, @Nullable Address to, String input, String value) {
    Map<String, String> transaction =
        new TreeMap<>(Map.of("from", from.toString(), "input", input, "value", value));
    if (to != null) transaction.put("to", to.toString());
    return Hash32.of(call("eth_sendTransaction", transaction).asString());
  }
}
