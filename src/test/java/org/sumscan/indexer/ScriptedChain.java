package org.sumscan.indexer;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongPredicate;
import java.util.function.LongUnaryOperator;
import org.sumscan.chain.logs.ReceiptsRoot;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.BlockRef;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.Hex;
import org.web3j.crypto.Hash;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A chain that is made up block by block as it is asked for, so that it may be long, and a node of
 * it that misbehaves as a test says. A block has as many {@code AddData} logs as the test's
 * function gives it, all in one transaction of one contract. Close it when the test is over.
 */
final class ScriptedChain implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final long FIRST_TIME = 1_600_000_000;
  private static final String NO_ROOT =
      "0x56e81f171bcc55a6ff8345e692c0f86e5b48e01b996cadc001622fb5e363b421";
  private static final String FULL_BLOOM = "0x" + "ff".repeat(256);
  private static final String NO_BLOOM = "0x" + "00".repeat(256);

  static final Address TRAINER = Address.of("0x%040x".formatted(0xabc1));
  private static final Address SENDER = Address.of("0x%040x".formatted(0xacc1));

  private final HttpServer server;
  private volatile LongUnaryOperator logsOf;
  private final Map<String, AtomicLong> asked = new ConcurrentHashMap<>();
  private final Map<Long, String> receipts = new ConcurrentHashMap<>();
  private final Map<Long, String> headers = new ConcurrentHashMap<>();
  private volatile long head;
  private volatile LongPredicate hasHistory = block -> true;
  private volatile RangedLogs ranged = (from, to, logs) -> logs;
  private volatile LongPredicate busy = block -> false;
  private volatile boolean fullBlooms;
  private volatile boolean servesReceipts = true;
  private volatile int branch;

  /** What the node makes of the right answer to a question about a range. */
  interface RangedLogs {
    List<Log> answer(long from, long to, List<Log> logs);
  }

  /** One log of a block. */
  record Log(long block, int index) {}

  ScriptedChain(long head, LongUnaryOperator logsOf) {
    this.head = head;
    this.logsOf = logsOf;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/", this::handle);
      server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
      server.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  long head() {
    return head;
  }

  /** From now on the newest block is that one. */
  void head(long number) {
    head = number;
  }

  /** From now on it is another chain from its first block on, of the same id. */
  void beginAnew(long number) {
    branch++;
    receipts.clear();
    headers.clear();
    head = number;
  }

  /** From now on blocks have other logs, and are the same otherwise. */
  void logsOf(LongUnaryOperator logs) {
    receipts.clear();
    headers.clear();
    logsOf = logs;
  }

  /** These blocks have a transaction without logs where they would be empty. */
  void busy(LongPredicate blocks) {
    busy = blocks;
  }

  /** Every block's filter says that every log may be there, as where blocks are full. */
  void fullBlooms() {
    fullBlooms = true;
  }

  /** Of blocks that are not meant the node serves neither logs nor receipts. */
  void keepHistory(LongPredicate blocks) {
    hasHistory = blocks;
  }

  /** Whether the node serves receipts; else it answers null, whatever it keeps. */
  void keepReceipts(boolean served) {
    servesReceipts = served;
  }

  void answerRanges(RangedLogs bend) {
    ranged = bend;
  }

  /** How many single requests of a method there were. */
  long asked(String method) {
    AtomicLong count = asked.get(method);
    return count == null ? 0 : count.get();
  }

  /** The samples that an index of it must have, as {@link Truth#rows} tells them. */
  List<String> truth() {
    List<String> rows = new ArrayList<>();
    for (Log log : logs(0, head)) {
      rows.add(
          log.block()
              + "/"
              + log.index()
              + " "
              + hash(log.block())
              + " "
              + transaction(log.block())
              + " "
              + TRAINER.lowerCase());
    }
    return rows;
  }

  private List<Log> logs(long from, long to) {
    List<Log> logs = new ArrayList<>();
    for (long block = from; block <= to; block++) {
      for (int i = 0; i < logsOf.applyAsLong(block); i++) logs.add(new Log(block, i));
    }
    return logs;
  }

  private String hash(long block) {
    return "0x%08x%056x".formatted(0xb10c0000 + branch, block + 1);
  }

  private static String transaction(long block) {
    return "0x%064x".formatted(0x7700000000L + block);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      JsonNode question = JSON.readTree(exchange.getRequestBody().readAllBytes());
      StringBuilder answer = new StringBuilder();
      if (question.isArray()) {
        answer.append('[');
        for (JsonNode one : question) {
          if (answer.length() > 1) answer.append(',');
          append(answer, one);
        }
        answer.append(']');
      } else {
        append(answer, question);
      }
      byte[] body = answer.toString().getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private void append(StringBuilder to, JsonNode question) {
    String method = question.get("method").asString();
    asked.computeIfAbsent(method, name -> new AtomicLong()).incrementAndGet();
    JsonNode parameters = question.get("params");
    to.append("{\"jsonrpc\":\"2.0\",\"id\":").append(question.get("id")).append(',');
    String result =
        switch (method) {
          case "eth_chainId" -> "\"0x7a69\"";
          case "eth_getBlockByNumber" -> byNumber(parameters.get(0).asString());
          case "eth_getBlockByHash" -> byHash(parameters.get(0).asString());
          case "eth_getLogs" -> logs(parameters.get(0));
          case "eth_getBlockReceipts" -> receipts(parameters.get(0).asString());
          default -> "";
        };
    if (result.isEmpty()) to.append("\"error\":{\"code\":-32601,\"message\":\"unknown method\"}}");
    else to.append("\"result\":").append(result).append('}');
  }

  private String byNumber(String number) {
    if (number.equals("finalized")) return "";
    long block = number.equals("latest") ? head : Long.decode(number);
    return block > head ? "null" : header(block);
  }

  private String byHash(String hash) {
    long block = Long.parseLong(hash.substring(10), 16) - 1;
    return block <= head && hash.equals(hash(block)) ? header(block) : "null";
  }

  private String header(long block) {
    return logsOf.applyAsLong(block) == 0 && !busy.test(block)
        ? header(block, NO_ROOT, fullBlooms ? FULL_BLOOM : NO_BLOOM, "[]")
        : headers.computeIfAbsent(block, this::headerWithLogs);
  }

  private String headerWithLogs(long block) {
    BlockRef ref = new BlockRef(block, Hash32.of(hash(block)));
    String root = ReceiptsRoot.of(ref, JSON.readTree(receipts(block))).toString();
    return header(
        block, root, fullBlooms ? FULL_BLOOM : bloom(block), "[\"" + transaction(block) + "\"]");
  }

  private String header(long block, String root, String bloom, String transactions) {
    String parent = block == 0 ? "0x" + "00".repeat(32) : hash(block - 1);
    return "{\"number\":\"0x"
        + Long.toHexString(block)
        + "\",\"hash\":\""
        + hash(block)
        + "\",\"parentHash\":\""
        + parent
        + "\",\"timestamp\":\"0x"
        + Long.toHexString(FIRST_TIME + block)
        + "\",\"receiptsRoot\":\""
        + root
        + "\",\"logsBloom\":\""
        + bloom
        + "\",\"transactions\":"
        + transactions
        + "}";
  }

  private String receipts(String hash) {
    long block = Long.parseLong(hash.substring(10), 16) - 1;
    if (!hasHistory.test(block) || !servesReceipts) return "null";
    return logsOf.applyAsLong(block) == 0 && !busy.test(block)
        ? "[]"
        : receipts.computeIfAbsent(block, this::receipts);
  }

  private String receipts(long block) {
    return """
    [{"blockHash":"%s","blockNumber":"0x%x","transactionIndex":"0x0","transactionHash":"%s",
     "status":"0x1","cumulativeGasUsed":"0x5208","type":"0x2","logsBloom":"%s","logs":%s}]
    """
        .formatted(hash(block), block, transaction(block), bloom(block), json(logs(block, block)));
  }

  private String logs(JsonNode filter) {
    if (filter.has("blockHash")) {
      long block = Long.parseLong(filter.get("blockHash").asString().substring(10), 16) - 1;
      return hasHistory.test(block) ? json(logs(block, block)) : "[]";
    }
    long from = Long.decode(filter.get("fromBlock").asString());
    long to = Long.decode(filter.get("toBlock").asString());
    List<Log> there = logs(from, to).stream().filter(log -> hasHistory.test(log.block())).toList();
    return json(ranged.answer(from, to, there));
  }

  private String json(List<Log> logs) {
    return "[" + String.join(",", logs.stream().map(this::json).toList()) + "]";
  }

  private String json(Log log) {
    byte[] data =
        ForgerCalls.addData(
            new long[] {log.block(), log.index()}, log.index() % 2, FIRST_TIME + log.block(), 1);
    return """
    {"address":"%s","topics":["%s","%s"],"data":"%s","blockNumber":"0x%x","blockHash":"%s",\
    "transactionHash":"%s","transactionIndex":"0x0","logIndex":"0x%x","removed":false}\
    """
        .formatted(
            TRAINER.lowerCase(),
            ForgerCalls.addDataTopics(SENDER).get(0),
            ForgerCalls.addDataTopics(SENDER).get(1),
            Hex.text(data),
            log.block(),
            hash(log.block()),
            transaction(log.block()),
            log.index());
  }

  /** The same for every block with logs. */
  private String bloom(long block) {
    if (logsOf.applyAsLong(block) == 0) return NO_BLOOM;
    byte[] bits = new byte[256];
    List<byte[]> values = new ArrayList<>(List.of(TRAINER.bytes()));
    ForgerCalls.addDataTopics(SENDER).forEach(topic -> values.add(topic.bytes()));
    for (byte[] value : values) {
      byte[] hash = Hash.sha3(value);
      for (int i = 0; i < 3; i++) {
        int place = (hash[2 * i] << 8 | hash[2 * i + 1] & 0xff) & 0x7ff;
        bits[255 - place / 8] |= (byte) (1 << place % 8);
      }
    }
    return Hex.text(bits);
  }

  /** One log in each of so many blocks, spread over the chain. */
  static LongUnaryOperator spread(long every) {
    return block -> block % every == every / 2 ? 1 : 0;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
