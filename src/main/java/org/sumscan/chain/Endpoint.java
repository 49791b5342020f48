package org.sumscan.chain;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sumscan.chain.NodeFault.Kind;
import org.sumscan.contracts.Topics;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.BlockHeader;
import org.sumscan.kernel.BlockRange;
import org.sumscan.kernel.BlockRef;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.RawLog;
import org.web3j.protocol.core.BatchRequest;
import org.web3j.protocol.core.Request;
import org.web3j.protocol.core.Response;
import tools.jackson.databind.JsonNode;

/** One address of a node, and how it has behaved. */
final class Endpoint {

  private static final Duration LONGEST_REST = Duration.ofMinutes(1);
  private static final Duration SILENCE = Duration.ofMinutes(2);
  private static final int BATCH = 100;

  /** So often in a row a node must refuse a tag, and be well otherwise, to count as without it. */
  private static final int REFUSALS = 3;

  private static final String TOPICS =
      Topics.INDEXED.stream()
          .map(topic -> '"' + topic.toString() + '"')
          .collect(Collectors.joining(",", "[[", "]]"));

  private final NodeHttp http;
  private final InstantSource clock;
  private final AdaptiveRange range = new AdaptiveRange();
  private volatile boolean verified;
  private volatile long shownHead = -1;
  private volatile boolean knowsFinalized = true;
  private volatile boolean shownFinal;
  private volatile boolean simulates = true;
  private volatile boolean overridesBlocks = true;
  private final AtomicLong answers = new AtomicLong();
  private volatile boolean trustsBlooms = true;
  private volatile boolean givesReceipts = true;
  private volatile Instant restsUntil = Instant.MIN;
  private volatile Instant silentUntil = Instant.MIN;
  private volatile int failures;

  Endpoint(URI url, InstantSource clock) {
    this.http = new NodeHttp(url);
    this.clock = clock;
  }

  String host() {
    return http.host();
  }

  AdaptiveRange range() {
    return range;
  }

  boolean rests() {
    return clock.instant().isBefore(restsUntil) || isSilent();
  }

  int failures() {
    return failures;
  }

  /** Whether it has not shown yet that it lacks {@code eth_simulateV1}. */
  boolean simulates() {
    return simulates;
  }

  void doesNotSimulate() {
    simulates = false;
  }

  /** Whether it has not shown yet that its {@code eth_call} takes no other time. */
  boolean overridesBlocks() {
    return overridesBlocks;
  }

  void doesNotOverrideBlocks() {
    overridesBlocks = false;
  }

  /** How many answers about ranges there were before this one. */
  long nextAnswer() {
    return answers.getAndIncrement();
  }

  /** Whether no log of it was missing in the bloom of its block's header yet. */
  boolean trustsBlooms() {
    return trustsBlooms;
  }

  void distrustBlooms() {
    trustsBlooms = false;
  }

  /** Whether it has not shown yet that it lacks {@code eth_getBlockReceipts}. */
  boolean givesReceipts() {
    return givesReceipts;
  }

  void lacksReceipts() {
    givesReceipts = false;
  }

  void succeeded() {
    failures = 0;
    restsUntil = Instant.MIN;
    silentUntil = Instant.MIN;
  }

  /** A question was taken and never answered: whoever asks the next would wait as long again. */
  void fellSilent() {
    silentUntil = clock.instant().plus(SILENCE);
  }

  /** Whether it has just let someone wait in vain, and has not answered anything since. */
  boolean isSilent() {
    return clock.instant().isBefore(silentUntil);
  }

  /** Lets the endpoint rest, longer each time that it fails in a row. */
  void failed(NodeFault fault) {
    if (fault instanceof NodeTimeout) fellSilent();
    failures = Math.min(failures + 1, 10);
    long millis = Math.min(LONGEST_REST.toMillis(), 100L << failures);
    restsUntil = clock.instant().plusMillis(millis);
  }

  ChainId chainId() {
    return new ChainId(
        require("eth_chainId", result -> Answers.quantity(result.asString()), List.of()));
  }

  /** Fails unless the endpoint answers for that chain; asked once only. */
  void verify(ChainId expected) {
    if (verified) return;
    ChainId actual = chainId();
    if (!actual.equals(expected)) {
      throw new NodeFault(
          Kind.MALFORMED, host(), "answers chain id " + actual + " instead of " + expected);
    }
    verified = true;
  }

  BlockHeader head() {
    BlockHeader head = tagged("latest");
    shownHead = Math.max(shownHead, head.number());
    return head;
  }

  /** The newest final block by its tag; null where the node does not know the tag or has none. */
  @Nullable BlockHeader finalizedByTag() {
    for (int refusals = 1; knowsFinalized; refusals++) {
      try {
        BlockHeader tagged = tagged("finalized");
        shownFinal = true;
        return tagged;
      } catch (NodeFault fault) {
        if (shownFinal) throw fault;
        // A chain whose blocks are made by a few has none, and a young one has none yet.
        if (fault.kind() == Kind.BEHIND_HEAD) return null;
        if (fault.kind() != Kind.TRANSIENT && fault.kind() != Kind.UNSUPPORTED) throw fault;
        head();
        knowsFinalized = fault.kind() == Kind.TRANSIENT && refusals < REFUSALS;
      }
    }
    return null;
  }

  private BlockHeader tagged(String tag) {
    return require("eth_getBlockByNumber", Answers::header, List.of(tag, false));
  }

  /** Fails unless the endpoint has shown a head at least that high. */
  void requireHead(long number) {
    if (shownHead < number && head().number() < number) {
      throw new NodeFault(Kind.BEHIND_HEAD, host(), "does not have block " + number + " yet");
    }
  }

  LogAnswer logs(BlockRange asked, Collection<Address> emitters) {
    requireHead(asked.to());
    String filter =
        "{\"fromBlock\":\"%s\",\"toBlock\":\"%s\",%s\"topics\":%s}"
            .formatted(
                Answers.quantityText(asked.from()),
                Answers.quantityText(asked.to()),
                addresses(emitters),
                TOPICS);
    byte[] answer = http.exchange(logRequest(filter, 1));
    List<RawLog> logs = new LogReader(host()).read(answer, 1);
    for (RawLog log : logs) {
      if (!asked.contains(log.block().number())) {
        throw new NodeFault(Kind.MALFORMED, host(), "a log of another range than " + asked);
      }
    }
    return new LogAnswer(asked, host(), logs, answer.length);
  }

  /** The logs of blocks by their hashes, in one batch. */
  LogAnswer logs(List<BlockRef> blocks) {
    List<String> questions = new ArrayList<>();
    for (BlockRef block : blocks) {
      String filter = "{\"blockHash\":\"%s\",\"topics\":%s}".formatted(block.hash(), TOPICS);
      questions.add(logRequest(filter, questions.size()));
    }
    String batch = questions.size() == 1 ? questions.getFirst() : questions.toString();
    byte[] answer = http.exchange(batch);
    List<RawLog> logs = new LogReader(host()).read(answer, questions.size());
    Set<BlockRef> asked = Set.copyOf(blocks);
    for (RawLog log : logs) {
      if (!asked.contains(log.block())) {
        throw new NodeFault(Kind.MALFORMED, host(), "a log of another block " + log.block());
      }
    }
    BlockRange range = new BlockRange(blocks.getFirst().number(), blocks.getLast().number());
    return new LogAnswer(range, host(), logs, answer.length);
  }

  private static String logRequest(String filter, int id) {
    return "{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"eth_getLogs\",\"params\":[%s]}"
        .formatted(id, filter);
  }

  private static String addresses(Collection<Address> emitters) {
    if (emitters.isEmpty()) return "";
    return emitters.stream()
        .map(address -> '"' + address.lowerCase() + '"')
        .collect(Collectors.joining(",", "\"address\":[", "],"));
  }

  /** Asks and reads a result that must be there. */
  <T> T require(String method, Function<JsonNode, T> reader, List<?> parameters) {
    T value = ask(method, reader, parameters);
    if (value == null) throw new NodeFault(Kind.BEHIND_HEAD, host(), method + " answered nothing");
    return value;
  }

  /** Asks and reads a result, null where the node answers null. */
  <T> @Nullable T ask(String method, Function<JsonNode, T> reader, List<?> parameters) {
    JsonAnswer answer = exchange(method, parameters);
    if (answer.hasError()) throw fault(answer);
    return read(method, reader, answer);
  }

  /** Asks without judging an error. */
  JsonAnswer exchange(String method, List<?> parameters) {
    try {
      return new Request<>(method, parameters, http, JsonAnswer.class).send();
    } catch (NodeFault fault) {
      throw fault;
    } catch (java.io.IOException | RuntimeException e) {
      throw new NodeFault(Kind.MALFORMED, host(), method + " answered no JSON-RPC", e);
    }
  }

  /** Sends a JSON text as it is and answers the other, which has at most so many bytes. */
  byte[] bounded(String payload, long mostBytes) {
    return http.exchange(payload, mostBytes);
  }

  /** Asks one method with many parameters, a batch at a time; nulls are left out. */
  <K, T> Map<K, T> askAll(
      String method, Function<JsonNode, T> reader, Map<K, List<Object>> parameters) {
    return exchangeAll(
        method,
        (endpoint, answer) -> {
          if (answer.hasError()) throw fault(answer);
          return read(method, reader, answer);
        },
        parameters);
  }

  /** Asks likewise, and lets errors be judged; nulls are left out. */
  <K, T> Map<K, T> exchangeAll(
      String method,
      BiFunction<Endpoint, JsonAnswer, @Nullable T> judge,
      Map<K, List<Object>> parameters) {
    Map<K, T> values = new HashMap<>();
    List<K> keys = new ArrayList<>(parameters.keySet());
    for (int from = 0; from < keys.size(); from += BATCH) {
      List<K> some = keys.subList(from, Math.min(keys.size(), from + BATCH));
      exchangeSome(method, judge, parameters, some, values);
    }
    return values;
  }

  private <K, T> void exchangeSome(
      String method,
      BiFunction<Endpoint, JsonAnswer, @Nullable T> judge,
      Map<K, List<Object>> parameters,
      List<K> keys,
      Map<K, T> values) {
    BatchRequest batch = new BatchRequest(http);
    Map<Long, K> keysById = new HashMap<>();
    for (K key : keys) {
      var request = new Request<>(method, parameters.get(key), http, JsonAnswer.class);
      keysById.put(request.getId(), key);
      batch.add(request);
    }
    for (Response<?> answer : send(batch, method)) {
      K key = keysById.remove(answer.getId());
      if (key == null) throw new NodeFault(Kind.MALFORMED, host(), method + ": unknown id");
      T value = judge.apply(this, (JsonAnswer) answer);
      if (value != null) values.put(key, value);
    }
    if (!keysById.isEmpty()) throw new NodeFault(Kind.MALFORMED, host(), method + ": answers lack");
  }

  private List<? extends Response<?>> send(BatchRequest batch, String method) {
    try {
      return batch.send().getResponses();
    } catch (NodeFault fault) {
      throw fault;
    } catch (java.io.IOException | RuntimeException e) {
      throw new NodeFault(Kind.MALFORMED, host(), method + " answered no batch", e);
    }
  }

  /** Reads the result of an answer that is no error, null where it is. */
  <T> @Nullable T read(String method, Function<JsonNode, T> reader, JsonAnswer answer) {
    JsonNode result = answer.getResult();
    if (Answers.isAbsent(result)) return null;
    try {
      return reader.apply(result);
    } catch (RuntimeException e) {
      throw new NodeFault(
          Kind.MALFORMED,
          host(),
          method + ": " + NodeErrors.clipped(String.valueOf(e.getMessage())));
    }
  }

  private NodeFault fault(JsonAnswer answer) {
    Response.Error error = answer.getError();
    return NodeErrors.of(host(), error.getCode(), String.valueOf(error.getMessage()));
  }

  static List<Object> parameters(Object... values) {
    return Arrays.asList(values);
  }
}
