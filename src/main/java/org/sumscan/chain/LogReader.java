package org.sumscan.chain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.BlockRef;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.RawLog;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads the answers to {@code eth_getLogs} as a stream, since they are nearly all that a node ever
 * sends; every field must be there and of its type.
 */
final class LogReader {

  private static final JsonFactory JSON = new JsonFactory();
  private static final Comparator<RawLog> ORDER = Comparator.comparing(RawLog::position);

  private final String host;
  private final HexDigits digits = new HexDigits();

  // Logs of one transaction follow one another, so its fields are mostly those just read.
  private @Nullable BlockRef lastBlock;
  private @Nullable Hash32 lastTransaction;

  LogReader(String host) {
    this.host = host;
  }

  /**
   * Reads one answer, or the answers to a batch.
   *
   * @param questions how many answers there must be
   * @return the logs of all of them in order, each once
   * @throws NodeFault for the node's own error, and for an answer that contradicts itself
   */
  List<RawLog> read(byte[] json, int questions) {
    List<RawLog> logs = new ArrayList<>();
    int answers = 0;
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), json)) {
      boolean batch = parser.nextToken() == JsonToken.START_ARRAY;
      if (batch) parser.nextToken();
      while (parser.currentToken() == JsonToken.START_OBJECT) {
        if (readAnswer(parser, logs)) answers++;
        parser.nextToken();
      }
    } catch (NodeFault fault) {
      throw fault;
    } catch (RuntimeException e) {
      throw malformed("no logs: " + NodeErrors.clipped(String.valueOf(e.getMessage())));
    }
    require(answers == questions, questions + " results");
    return inOrder(logs);
  }

  private boolean readAnswer(JsonParser parser, List<RawLog> logs) {
    boolean answered = false;
    for (String name; (name = parser.nextName()) != null; ) {
      JsonToken value = parser.nextToken();
      if (name.equals("result") && value == JsonToken.START_ARRAY) {
        answered = true;
        while (parser.nextToken() != JsonToken.END_ARRAY) logs.add(log(parser));
      } else if (name.equals("error") && value == JsonToken.START_OBJECT) {
        throw error(parser);
      } else {
        parser.skipChildren();
      }
    }
    return answered;
  }

  private NodeFault error(JsonParser parser) {
    int code = 0;
    String message = "";
    for (String name; (name = parser.nextName()) != null; ) {
      JsonToken value = parser.nextToken();
      if (name.equals("code") && value == JsonToken.VALUE_NUMBER_INT) code = parser.getIntValue();
      else if (name.equals("message")) message = String.valueOf(parser.getValueAsString());
      else parser.skipChildren();
    }
    return NodeErrors.of(host, code, message);
  }

  private RawLog log(JsonParser parser) {
    Fields log = new Fields();
    for (String name; (name = parser.nextName()) != null; ) {
      JsonToken value = parser.nextToken();
      switch (name) {
        case "address" -> log.emitter = Address.of(digits.bytes(parser));
        case "topics" -> log.topics = topics(parser, value);
        case "data" -> log.data = digits.bytes(parser);
        case "blockNumber" -> log.number = digits.quantity(parser);
        case "blockHash" -> log.blockHash = Hash32.of(digits.bytes(parser));
        case "transactionHash" -> log.transaction = Hash32.of(digits.bytes(parser));
        case "transactionIndex" -> log.transactionIndex = digits.quantity(parser);
        case "logIndex" -> log.index = digits.quantity(parser);
        case "removed" -> require(value != JsonToken.VALUE_TRUE, "no removed log");
        default -> parser.skipChildren();
      }
    }
    return assemble(log);
  }

  private List<Hash32> topics(JsonParser parser, JsonToken value) {
    require(value == JsonToken.START_ARRAY, "topics");
    List<Hash32> topics = new ArrayList<>(4);
    while (parser.nextToken() != JsonToken.END_ARRAY) topics.add(Hash32.of(digits.bytes(parser)));
    require(topics.size() <= 4, "at most four topics");
    return topics;
  }

  private RawLog assemble(Fields log) {
    if (log.emitter == null
        || log.topics == null
        || log.data == null
        || log.blockHash == null
        || log.transaction == null) {
      throw malformed("a log lacks a field");
    }
    require(log.number >= 0, "a block number");
    require(log.index >= 0 && log.index <= Integer.MAX_VALUE, "a log index");
    require(log.transactionIndex >= 0 && log.transactionIndex <= Integer.MAX_VALUE, "an index");
    BlockRef block = new BlockRef(log.number, log.blockHash);
    if (block.equals(lastBlock)) block = lastBlock;
    else lastBlock = block;
    Hash32 transaction =
        log.transaction.equals(lastTransaction) ? lastTransaction : log.transaction;
    lastTransaction = transaction;
    return new RawLog(block, transaction, (int) log.index, log.emitter, log.topics, log.data);
  }

  private List<RawLog> inOrder(List<RawLog> logs) {
    for (int i = 1; i < logs.size(); i++) {
      if (ORDER.compare(logs.get(i - 1), logs.get(i)) >= 0) return sortedOnce(logs);
    }
    requireOneHashAHeight(logs);
    return logs;
  }

  private List<RawLog> sortedOnce(List<RawLog> logs) {
    logs.sort(ORDER);
    List<RawLog> once = new ArrayList<>(logs.size());
    for (RawLog log : logs) {
      if (once.isEmpty() || ORDER.compare(once.getLast(), log) != 0) once.add(log);
      else require(once.getLast().isSame(log), "one log at a place");
    }
    requireOneHashAHeight(once);
    return once;
  }

  private void requireOneHashAHeight(List<RawLog> logs) {
    for (int i = 1; i < logs.size(); i++) {
      BlockRef before = logs.get(i - 1).block();
      BlockRef block = logs.get(i).block();
      require(before.number() != block.number() || before.equals(block), "one hash at a height");
    }
  }

  private void require(boolean condition, String expected) {
    if (!condition) throw malformed("expected " + expected + " in an answer");
  }

  private NodeFault malformed(String what) {
    return new NodeFault(NodeFault.Kind.MALFORMED, host, what);
  }

  private static final class Fields {
    private @Nullable Address emitter;
    private @Nullable List<Hash32> topics;
    private byte @Nullable [] data;
    private @Nullable Hash32 blockHash;
    private @Nullable Hash32 transaction;
    private long number = -1;
    private long index = -1;
    private long transactionIndex = -1;
  }
}
