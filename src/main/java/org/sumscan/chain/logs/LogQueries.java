package org.sumscan.chain.logs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.sumscan.chain.LogAnswer;
import org.sumscan.chain.NodeFault;
import org.sumscan.chain.NodeFault.Kind;
import org.sumscan.chain.endpoint.Answers;
import org.sumscan.chain.endpoint.Endpoint;
import org.sumscan.contracts.Topics;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.BlockRange;
import org.sumscan.kernel.BlockRef;
import org.sumscan.kernel.RawLog;

/** Asks one endpoint for logs with an indexed topic, each time by one {@code eth_getLogs}. */
final class LogQueries {

  private static final String TOPICS =
      Topics.INDEXED.stream()
          .map(topic -> '"' + topic.toString() + '"')
          .collect(Collectors.joining(",", "[[", "]]"));

  private final Endpoint endpoint;

  LogQueries(Endpoint endpoint) {
    this.endpoint = endpoint;
  }

  /** The logs of a range, of these emitters or, if there are none, of any. */
  LogAnswer ofRange(BlockRange asked, Collection<Address> emitters) {
    endpoint.requireHead(asked.to());
    String filter =
        "{\"fromBlock\":\"%s\",\"toBlock\":\"%s\",%s\"topics\":%s}"
            .formatted(
                Answers.quantityText(asked.from()),
                Answers.quantityText(asked.to()),
                addresses(emitters),
                TOPICS);
    byte[] answer = endpoint.rpc().exchangeText(request(filter, 1));
    List<RawLog> logs = new LogReader(endpoint.host()).read(answer, 1);
    for (RawLog log : logs) {
      if (!asked.contains(log.block().number())) {
        throw malformed("a log of another range than " + asked);
      }
    }
    return new LogAnswer(asked, endpoint.host(), logs, answer.length);
  }

  /** The logs of blocks by their hashes, in one batch. */
  LogAnswer ofBlocks(List<BlockRef> blocks) {
    List<String> questions = new ArrayList<>();
    for (BlockRef block : blocks) {
      String filter = "{\"blockHash\":\"%s\",\"topics\":%s}".formatted(block.hash(), TOPICS);
      questions.add(request(filter, questions.size()));
    }
    String batch = questions.size() == 1 ? questions.getFirst() : questions.toString();
    byte[] answer = endpoint.rpc().exchangeText(batch);
    List<RawLog> logs = new LogReader(endpoint.host()).read(answer, questions.size());
    Set<BlockRef> asked = Set.copyOf(blocks);
    for (RawLog log : logs) {
      if (!asked.contains(log.block())) {
        throw malformed("a log of another block " + log.block());
      }
    }
    BlockRange range = new BlockRange(blocks.getFirst().number(), blocks.getLast().number());
    return new LogAnswer(range, endpoint.host(), logs, answer.length);
  }

  private static String request(String filter, int id) {
    return "{\"jsonrpc\":\"2.0\",\"id\":%d,\"method\":\"eth_getLogs\",\"params\":[%s]}"
        .formatted(id, filter);
  }

  private static String addresses(Collection<Address> emitters) {
    if (emitters.isEmpty()) return "";
    return emitters.stream()
        .map(address -> '"' + address.lowerCase() + '"')
        .collect(Collectors.joining(",", "\"address\":[", "],"));
  }

  private NodeFault malformed(String what) {
    return new NodeFault(Kind.MALFORMED, endpoint.host(), what);
  }
}
