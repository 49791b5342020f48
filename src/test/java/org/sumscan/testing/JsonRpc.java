package org.sumscan.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
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

  /** So few that what they ask stays below the two megabytes that a node takes at once. */
  private static final int AT_ONCE = 100;

  private final URI url;

  JsonRpc(URI url) {
    this.url = url;
  }

  URI url() {
    return url;
  }

  JsonNode call(String method, Object... parameters) {
    String body = JSON.writeValueAsString(question(1, method, List.of(parameters)));
    return result(method, exchange(body));
  }

  /** Many calls of one method, some hundred of them in each exchange. */
  List<JsonNode> callAll(String method, List<List<Object>> parameters) {
    List<JsonNode> results = new ArrayList<>();
    for (int from = 0; from < parameters.size(); from += AT_ONCE) {
      int to = Math.min(parameters.size(), from + AT_ONCE);
      results.addAll(batch(method, parameters.subList(from, to)));
    }
    return results;
  }

  private List<JsonNode> batch(String method, List<List<Object>> parameters) {
    List<Map<String, Object>> questions = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      questions.add(question(i, method, parameters.get(i)));
    }
    JsonNode[] results = new JsonNode[questions.size()];
    for (JsonNode answer : exchange(JSON.writeValueAsString(questions))) {
      results[answer.get("id").asInt()] = result(method, answer);
    }
    return List.of(results);
  }

  private static Map<String, Object> question(int id, String method, List<Object> parameters) {
    return Map.of("jsonrpc", "2.0", "id", id, "method", method, "params", parameters);
  }

  private static JsonNode result(String method, JsonNode answer) {
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
