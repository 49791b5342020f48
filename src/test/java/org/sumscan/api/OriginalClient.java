package org.sumscan.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends what the original system's page sends to its server, request for request: parameters in a
 * query, bodies as JSON, everything under {@code /api}, and nothing but the answers' fields read.
 */
record OriginalClient(String url) {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  HttpResponse<String> saveModel(String name, String address, String accuracy) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("name", name);
    body.put("address", address);
    body.put("description", "As its page describes it");
    body.put("modelType", "Classifier64");
    body.put("encoder", "none");
    body.put("accuracy", accuracy);
    return post("/api/models", body);
  }

  JsonNode models(@Nullable String afterAddress, int limit) {
    String after = afterAddress == null ? "" : "afterAddress=" + afterAddress + "&";
    return json(get("/api/models?" + after + "limit=" + limit));
  }

  JsonNode model(@Nullable String modelId, @Nullable String address) {
    String query =
        (modelId == null ? "" : "modelId=" + encoded(modelId) + "&")
            + (address == null ? "" : "address=" + encoded(address));
    return json(get("/api/model?" + query)).get("model");
  }

  HttpResponse<String> saveOriginalData(String transaction, String text) {
    return post(
        "/api/data", Map.of("transactionHash", transaction, "originalData", Map.of("text", text)));
  }

  JsonNode originalData(String transaction) {
    return json(get("/api/data/" + transaction)).get("originalData");
  }

  HttpResponse<String> saveAccuracy(
      String transaction, long block, String modelId, Object accuracy) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("transactionHash", transaction);
    body.put("blockNumber", block);
    body.put("modelId", modelId);
    body.put("accuracy", accuracy);
    return post("/api/accuracy", body);
  }

  HttpResponse<String> accuracyHistory(String modelId) {
    return get("/api/accuracy/model?modelId=" + encoded(modelId));
  }

  boolean isHealthy() {
    return json(get("/api/health")).get("healthy").asBoolean();
  }

  HttpResponse<String> post(String path, Object body) {
    return post(path, JSON.writeValueAsString(body), "application/json;charset=utf-8");
  }

  HttpResponse<String> post(String path, String body, @Nullable String type) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Accept", "application/json, text/plain, */*")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (type != null) request.header("Content-Type", type);
    return send(request);
  }

  HttpResponse<String> get(String path) {
    return send(
        HttpRequest.newBuilder(URI.create(url + path))
            .header("Accept", "application/json, text/plain, */*"));
  }

  static JsonNode json(HttpResponse<String> answer) {
    return JSON.readTree(answer.body());
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
