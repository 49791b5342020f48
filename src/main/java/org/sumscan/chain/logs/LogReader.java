package org.sumscan.chain.logs;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sumscan.chain.NodeFault;
import org.sumscan.chain.endpoint.HexDigits;
import org.sumscan.chain.endpoint.LogFields;
import org.sumscan.chain.endpoint.NodeErrors;
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
    LogFields log = LogFields.of(parser, digits);
    BlockRef block = log.block();
    if (block.equals(lastBlock)) block = lastBlock;
    else lastBlock = block;
    Hash32 transaction = log.transaction();
    if (transaction.equals(lastTransaction)) transaction = lastTransaction;
    else lastTransaction = transaction;
    return log.in(block, transaction);
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
}
