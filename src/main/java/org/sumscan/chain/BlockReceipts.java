package org.sumscan.chain;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sumscan.contracts.Topics;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.BlockRef;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.Hex;
import org.sumscan.kernel.RawLog;
import org.web3j.rlp.RlpEncoder;
import org.web3j.rlp.RlpList;
import org.web3j.rlp.RlpString;
import org.web3j.rlp.RlpType;
import tools.jackson.databind.JsonNode;

/**
 * All receipts of one block.
 *
 * @param root what the header's {@code receiptsRoot} must be if these are all, and unchanged
 * @param logs those with an indexed topic first, in order
 */
record BlockReceipts(Hash32 root, List<RawLog> logs) {

  /**
   * Reads them.
   *
   * @throws IllegalArgumentException if one is of another block or lacks a field
   */
  static BlockReceipts read(BlockRef block, JsonNode receipts) {
    List<byte[]> encoded = new ArrayList<>();
    List<RawLog> logs = new ArrayList<>();
    for (JsonNode receipt : receipts) {
      if (!Answers.hash(receipt, "blockHash").equals(block.hash())) {
        throw new IllegalArgumentException("a receipt of another block");
      }
      if (Answers.quantity(receipt, "transactionIndex") != encoded.size()) {
        throw new IllegalArgumentException("receipts that are not in order");
      }
      encoded.add(encoded(receipt));
      for (JsonNode log : receipt.get("logs")) {
        RawLog read = log(block, Answers.hash(receipt, "transactionHash"), log);
        boolean indexed = !read.topics().isEmpty() && isIndexed(read.topics().getFirst());
        if (indexed) logs.add(read);
      }
    }
    return new BlockReceipts(OrderedTrie.root(encoded), logs);
  }

  private static boolean isIndexed(Hash32 topic) {
    return Topics.INDEXED.contains(topic);
  }

  private static RawLog log(BlockRef block, Hash32 transaction, JsonNode log) {
    return new RawLog(
        block,
        transaction,
        Math.toIntExact(Answers.quantity(log, "logIndex")),
        Address.of(Answers.text(log, "address")),
        topics(log),
        Hex.bytes(Answers.text(log, "data")));
  }

  private static List<Hash32> topics(JsonNode log) {
    List<Hash32> topics = new ArrayList<>();
    for (JsonNode topic : log.get("topics")) topics.add(Hash32.of(topic.asString()));
    return topics;
  }

  /** By EIP-2718: the type of its transaction, unless 0, before the list. */
  private static byte[] encoded(JsonNode receipt) {
    List<RlpType> logs = new ArrayList<>();
    for (JsonNode log : receipt.get("logs")) {
      List<RlpType> topics = new ArrayList<>();
      for (Hash32 topic : topics(log)) topics.add(RlpString.create(topic.bytes()));
      logs.add(
          new RlpList(
              RlpString.create(Address.of(Answers.text(log, "address")).bytes()),
              new RlpList(topics),
              RlpString.create(Hex.bytes(Answers.text(log, "data")))));
    }
    byte[] list =
        RlpEncoder.encode(
            new RlpList(
                outcome(receipt),
                RlpString.create(Answers.quantity(receipt, "cumulativeGasUsed")),
                RlpString.create(Hex.bytes(Answers.text(receipt, "logsBloom"))),
                new RlpList(logs)));
    JsonNode type = receipt.get("type");
    return typed(Answers.isAbsent(type) ? 0 : Answers.quantity(type.asString()), list);
  }

  /** Old blocks have the root of the state there. */
  private static RlpString outcome(JsonNode receipt) {
    @Nullable JsonNode root = receipt.get("root");
    if (!Answers.isAbsent(root)) return RlpString.create(Hex.bytes(root.asString()));
    return RlpString.create(Answers.quantity(receipt, "status"));
  }

  private static byte[] typed(long type, byte[] list) {
    if (type == 0) return list;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.write((int) type);
    bytes.writeBytes(list);
    return bytes.toByteArray();
  }
}
