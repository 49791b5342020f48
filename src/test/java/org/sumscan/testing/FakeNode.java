package org.sumscan.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.BinaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A node that passes questions on to a real one and bends its answers as a test says. Close it when
 * the test is over.
 */
public final class FakeNode implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpServer server;
  private final Map<String, BinaryOperator<JsonNode>> bent = new ConcurrentHashMap<>();
  private final List<String> methods = new CopyOnWriteArrayList<>();
  private volatile URI real;

  private FakeNode(URI real, HttpServer server) {
    this.real = real;
    this.server = server;
  }

  /** Starts one before a real node. */
  public static FakeNode before(URI real) {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      FakeNode node = new FakeNode(real, server);
      server.createContext("/", node::handle);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.start();
      return node;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Where it listens. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Passes questions on to another node from now on. */
  public void pointAt(URI other) {
    real = other;
  }

  /**
   * Bends the answers to a method.
   *
   * @param bend gets the question and the real answer, both whole, and gives the answer to send
   */
  public void bend(String method, BinaryOperator<JsonNode> bend) {
    bent.put(method, bend);
  }

  /** Answers a method with an error in place of a result. */
  public void refuse(String method, int code, String message) {
    bend(method, (question, answer) -> error(question, code, message));
  }

  /** Lets a method's answers through again. */
  public void obey(String method) {
    bent.remove(method);
  }

  /** Every method that was asked for, in order. */
  public List<String> asked() {
    return List.copyOf(methods);
  }

  /** An answer that is an error. */
  public static JsonNode error(JsonNode question, int code, String message) {
    ObjectNode answer = JSON.createObjectNode().put("jsonrpc", "2.0");
    answer.set("id", question.get("id"));
    answer.putObject("error").put("code", code).put("message", message);
    return answer;
  }

  /** The same answer with another result, given as JSON. */
  public static JsonNode result(JsonNode question, String json) {
    ObjectNode answer = JSON.createObjectNode().put("jsonrpc", "2.0");
    answer.set("id", question.get("id"));
    answer.set("result", JSON.readTree(json));
    return answer;
  }

  private void handle(HttpExchange exchange) throws IOException {
    byte[] body;
    try (exchange) {
      JsonNode question = JSON.readTree(exchange.getRequestBody().readAllBytes());
      body = JSON.writeValueAsString(answer(question)).getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private JsonNode answer(JsonNode question) {
    if (!question.isArray()) return answerOne(question);
    ArrayNode answers = JSON.createArrayNode();
    for (JsonNode one : question) answers.add(answerOne(one));
    return answers;
  }

  private JsonNode answerOne(JsonNode question) {
    String method = question.get("method").asString();
    methods.add(method);
    JsonNode answer = new JsonRpc(real).pass(question);
    BinaryOperator<JsonNode> bend = bent.get(method);
    return bend == null ? answer : bend.apply(question, answer);
  }

  /** Stops listening. */
  @Override
  public void close() {
    server.stop(0);
  }
}
