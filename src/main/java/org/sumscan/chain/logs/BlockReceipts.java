package org.sumscan.chain.logs;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sumscan.chain.endpoint.Answers;
import org.sumscan.chain.endpoint.LogFields;
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
 * @param bloom what the header's {@code logsBloom} must be
 */
record BlockReceipts(Hash32 root, List<RawLog> logs, LogBloom bloom) {

  /**
   * Reads them.
   *
   * @throws IllegalArgumentException if one is of another block or lacks a field
   */
  static BlockReceipts read(BlockRef block, JsonNode receipts) {
    List<byte[]> encoded = new ArrayList<>();
    List<RawLog> logs = new ArrayList<>();
    List<LogFields> all = new ArrayList<>();
    for (JsonNode receipt : receipts) {
      if (!Answers.hash(receipt, "blockHash").equals(block.hash())) {
        throw new IllegalArgumentException("a receipt of another block");
      }
      if (Answers.quantity(receipt, "transactionIndex") != encoded.size()) {
        throw new IllegalArgumentException("receipts that are not in order");
      }
      List<LogFields> ofReceipt = new ArrayList<>();
      for (JsonNode log : receipt.get("logs")) ofReceipt.add(LogFields.of(log));
      encoded.add(encoded(receipt, ofReceipt));
      all.addAll(ofReceipt);
      Hash32 transaction = Answers.hash(receipt, "transactionHash");
      for (LogFields log : ofReceipt) {
        if (log.isIndexed()) logs.add(log.in(block, transaction));
      }
    }
    return new BlockReceipts(OrderedTrie.root(encoded), logs, LogBloom.of(all));
  }

  /** By EIP-2718: the type of its transaction, unless 0, before the list. */
  private static byte[] encoded(JsonNode receipt, List<LogFields> ofReceipt) {
    List<RlpType> logs = new ArrayList<>();
    for (LogFields log : ofReceipt) {
      List<RlpType> topics = new ArrayList<>();
      for (Hash32 topic : log.topics()) topics.add(RlpString.create(topic.bytes()));
      logs.add(
          new RlpList(
              RlpString.create(log.emitter().bytes()),
              new RlpList(topics),
              RlpString.create(log.data())));
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
