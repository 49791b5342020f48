package org.sumscan.chain.endpoint;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.sumscan.chain.NodeFault;
import org.sumscan.chain.NodeFault.Kind;
import org.web3j.protocol.Service;
import org.web3j.protocol.core.BatchRequest;
import org.web3j.protocol.core.Request;
import org.web3j.protocol.core.Response;
import tools.jackson.databind.JsonNode;

/** JSON-RPC over a transport: single requests, batches, and texts as they are. */
public final class JsonRpc {

  /** No answer may be larger, in bytes. */
  static final long MOST_BYTES = 64L << 20;

  private static final int BATCH = 100;

  private final Transport transport;
  private final Service service;

  JsonRpc(Transport transport) {
    this.transport = transport;
    this.service = new TransportService(transport);
  }

  /** Lets requests of web3j go over a transport. */
  private static final class TransportService extends Service {

    private final Transport transport;

    TransportService(Transport transport) {
      super(false);
      this.transport = transport;
    }

    @Override
    protected InputStream performIO(String payload) {
      return new ByteArrayInputStream(transport.exchange(payload, MOST_BYTES));
    }

    @Override
    public void close() {
      // Transports live as long as the program.
    }
  }

  /** The parameters of a request, of which some may be null. */
  public static List<Object> parameters(Object... values) {
    return Arrays.asList(values);
  }

  /** Asks and reads a result that must be there. */
  public <T> T require(String method, Function<JsonNode, T> reader, List<?> parameters) {
    T value = ask(method, reader, parameters);
    if (value == null) throw fault(Kind.BEHIND_HEAD, method + " answered nothing", null);
    return value;
  }

  /** Asks and reads a result, null where the node answers null. */
  public <T> @Nullable T ask(String method, Function<JsonNode, T> reader, List<?> parameters) {
    return result(method, reader, exchange(method, parameters));
  }

  /** Asks without judging an error. */
  public JsonAnswer exchange(String method, List<?> parameters) {
    try {
      return new Request<>(method, parameters, service, JsonAnswer.class).send();
    } catch (NodeFault fault) {
      throw fault;
    } catch (IOException | RuntimeException e) {
      throw fault(Kind.MALFORMED, method + " answered no JSON-RPC", e);
    }
  }

  /** Sends a JSON text as it is, and answers the one that comes back. */
  public byte[] exchangeText(String json) {
    return exchangeText(json, MOST_BYTES);
  }

  /** Sends a JSON text as it is, and answers one of at most so many bytes. */
  public byte[] exchangeText(String json, long mostBytes) {
    return transport.exchange(json, mostBytes);
  }

  /** Asks one method with many parameters, a batch at a time; nulls are left out. */
  public <K, T> Map<K, T> askAll(
      String method, Function<JsonNode, T> reader, Map<K, List<Object>> parameters) {
    return exchangeAll(method, answer -> result(method, reader, answer), parameters);
  }

  /** Asks in batches and lets errors be judged; nulls are left out. */
  public <K, T> Map<K, T> exchangeAll(
      String method, Function<JsonAnswer, @Nullable T> judge, Map<K, List<Object>> parameters) {
    Map<K, T> values = new HashMap<>();
    List<K> keys = new ArrayList<>(parameters.keySet());
    for (int from = 0; from < keys.size(); from += BATCH) {
      List<K> some = keys.subList(from, Math.min(keys.size(), from + BATCH));
      exchangeBatch(method, parameters, some)
          .forEach(
              (key, answer) -> {
                T value = judge.apply(answer);
                if (value != null) values.put(key, value);
              });
    }
    return values;
  }

  private <K> Map<K, JsonAnswer> exchangeBatch(
      String method, Map<K, List<Object>> parameters, List<K> keys) {
    BatchRequest batch = new BatchRequest(service);
    Map<Long, K> keysById = new HashMap<>();
    for (K key : keys) {
      var request = new Request<>(method, parameters.get(key), service, JsonAnswer.class);
      keysById.put(request.getId(), key);
      batch.add(request);
    }
    Map<K, JsonAnswer> answers = new HashMap<>();
    for (Response<?> answer : send(batch, method)) {
      K key = keysById.remove(answer.getId());
      if (key == null) throw fault(Kind.MALFORMED, method + ": unknown id", null);
      answers.put(key, (JsonAnswer) answer);
    }
    if (!keysById.isEmpty()) throw fault(Kind.MALFORMED, method + ": answers lack", null);
    return answers;
  }

  private List<? extends Response<?>> send(BatchRequest batch, String method) {
    try {
      return batch.send().getResponses();
    } catch (NodeFault fault) {
      throw fault;
    } catch (IOException | RuntimeException e) {
      throw fault(Kind.MALFORMED, method + " answered no batch", e);
    }
  }

  private <T> @Nullable T result(String method, Function<JsonNode, T> reader, JsonAnswer answer) {
    if (answer.hasError()) throw error(answer);
    return read(method, reader, answer);
  }

  /** Reads the result of an answer that is no error, null where it is. */
  public <T> @Nullable T read(String method, Function<JsonNode, T> reader, JsonAnswer answer) {
    JsonNode result = answer.getResult();
    if (Answers.isAbsent(result)) return null;
    try {
      return reader.apply(result);
    } catch (RuntimeException e) {
      String why = NodeErrors.clipped(String.valueOf(e.getMessage()));
      throw fault(Kind.MALFORMED, method + ": " + why, null);
    }
  }

  /** The fault that an answer's error stands for. */
  public NodeFault error(JsonAnswer answer) {
    Response.Error error = answer.getError();
    return NodeErrors.of(transport.host(), error.getCode(), String.valueOf(error.getMessage()));
  }

  private NodeFault fault(Kind kind, String what, @Nullable Throwable cause) {
    return cause == null
        ? new NodeFault(kind, transport.host(), what)
        : new NodeFault(kind, transport.host(), what, cause);
  }
}
