package org.sumscan.demo.chain;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** What the demo asks of the embedded chain: mostly what only such a chain can do. */
public final class AnvilRpc implements AutoCloseable {

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);

  private final JsonMapper json = new JsonMapper();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI url;

  public AnvilRpc(URI url) {
    this.url = url;
  }

  /** A call for {@link #batch}; parameters are strings, numbers, booleans, maps and lists. */
  public record Call(String method, List<Object> parameters) {}

  /**
   * Asks one thing.
   *
   * @throws ChainFault if the chain refuses it or does not answer
   */
  public JsonNode call(String method, Object... parameters) throws InterruptedException {
    Call call = new Call(method, List.of(parameters));
    return result(call, answer(call));
  }

  /**
   * Asks one thing and gives the whole answer, an error included.
   *
   * @throws ChainFault if the chain does not answer
   */
  public JsonNode answer(Call call) throws InterruptedException {
    return post(json.writeValueAsString(request(call, 0)));
  }

  /**
   * Asks several things at once, which the chain may do in any order.
   *
   * @return the results in the order of the calls
   * @throws ChainFault if the chain refuses one of them, which leaves the others done
   */
  List<JsonNode> batch(List<Call> calls) throws InterruptedException {
    ArrayNode requests = json.createArrayNode();
    for (int i = 0; i < calls.size(); i++) requests.add(request(calls.get(i), i));
    JsonNode answers = post(json.writeValueAsString(requests));
    JsonNode[] byId = new JsonNode[calls.size()];
    for (JsonNode answer : answers) byId[answer.path("id").asInt()] = answer;
    List<JsonNode> results = new ArrayList<>();
    for (int i = 0; i < byId.length; i++) {
      if (byId[i] == null) throw new ChainFault("no answer to " + calls.get(i).method());
      results.add(result(calls.get(i), byId[i]));
    }
    return results;
  }

  private ObjectNode request(Call call, int id) {
    ObjectNode request = json.createObjectNode();
    request.put("jsonrpc", "2.0").put("id", id).put("method", call.method());
    request.set("params", json.valueToTree(call.parameters()));
    return request;
  }

  private static JsonNode result(Call call, JsonNode answer) {
    JsonNode error = answer.get("error");
    if (error != null) throw new ChainFault(call.method() + ": " + error);
    return answer.path("result");
  }

  private JsonNode post(String body) throws InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(url)
            .timeout(LONGEST_WAIT)
            .header("content-type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      return json.readTree(http.send(request, HttpResponse.BodyHandlers.ofString()).body());
    } catch (IOException | JacksonException e) {
      throw new ChainFault("the embedded chain does not answer at " + url, e);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
