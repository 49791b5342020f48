package org.sumscan.chain.endpoint;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sumscan.contracts.Topics;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.BlockRef;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.RawLog;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.databind.JsonNode;

/**
 * The fields of a log in JSON, read as a stream: each that is there must be of its type, and each
 * that is asked for must be there, else an {@link IllegalArgumentException} says which is not.
 */
public final class LogFields {

  private static final int MOST_TOPICS = 4;

  private @Nullable Address emitter;
  private @Nullable List<Hash32> topics;
  private byte @Nullable [] data;
  private @Nullable Hash32 blockHash;
  private @Nullable Hash32 transaction;
  private long number = -1;
  private long transactionIndex = -1;
  private long index = -1;

  private LogFields() {}

  /** Reads a log in a tree. */
  public static LogFields of(JsonNode log) {
    try (JsonParser parser = log.traverse(ObjectReadContext.empty())) {
      require(parser.nextToken() == JsonToken.START_OBJECT, "a log");
      return of(parser, new HexDigits());
    }
  }

  /** Reads the log whose object a parser has just begun, to its end. */
  public static LogFields of(JsonParser parser, HexDigits digits) {
    LogFields log = new LogFields();
    for (String name; (name = parser.nextName()) != null; ) {
      JsonToken value = parser.nextToken();
      // Logs that are in no block have such.
      if (value == JsonToken.VALUE_NULL) continue;
      switch (name) {
        case "address" -> log.emitter = Address.of(digits.bytes(parser));
        case "topics" -> log.topics = topics(parser, value, digits);
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
    return log;
  }

  private static List<Hash32> topics(JsonParser parser, JsonToken value, HexDigits digits) {
    require(value == JsonToken.START_ARRAY, "topics");
    List<Hash32> topics = new ArrayList<>(MOST_TOPICS);
    while (parser.nextToken() != JsonToken.END_ARRAY) topics.add(Hash32.of(digits.bytes(parser)));
    require(topics.size() <= MOST_TOPICS, "at most four topics");
    return topics;
  }

  /** The contract that emitted it. */
  public Address emitter() {
    return present(emitter, "address");
  }

  /** Its topics, at most four. */
  public List<Hash32> topics() {
    return present(topics, "topics");
  }

  /** Its data. */
  public byte[] data() {
    return present(data, "data");
  }

  /** Its place in its block. */
  public int index() {
    require(index >= 0 && index <= Integer.MAX_VALUE, "a log index");
    return (int) index;
  }

  /** The block that it says it is of. */
  public BlockRef block() {
    require(number >= 0, "a block number");
    return new BlockRef(number, present(blockHash, "blockHash"));
  }

  /** The transaction that it says it is of. */
  public Hash32 transaction() {
    require(
        transactionIndex >= 0 && transactionIndex <= Integer.MAX_VALUE, "a transaction's index");
    return present(transaction, "transactionHash");
  }

  /** Whether its first topic is one of those that are indexed. */
  public boolean isIndexed() {
    return !topics().isEmpty() && Topics.INDEXED.contains(topics().getFirst());
  }

  /** The log, taken to be of that block and transaction. */
  public RawLog in(BlockRef block, Hash32 transaction) {
    return new RawLog(block, transaction, index(), emitter(), topics(), data());
  }

  private static <T> T present(@Nullable T value, String field) {
    if (value == null) throw new IllegalArgumentException("a log lacks its " + field);
    return value;
  }

  private static void require(boolean condition, String expected) {
    if (!condition) throw new IllegalArgumentException("expected " + expected);
  }
}
