package org.sumscan.chain;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sumscan.contracts.Topics;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.BlockHeader;
import org.sumscan.kernel.BlockRef;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.Hex;
import org.sumscan.kernel.Wei;
import tools.jackson.databind.JsonNode;

/**
 * Reads the results that nodes answer: every field that is needed must be there and be of its type,
 * else an {@link IllegalArgumentException} says which is not.
 */
final class Answers {

  private Answers() {}

  static BlockHeader header(JsonNode block) {
    return new BlockHeader(
        new BlockRef(quantity(block, "number"), hash(block, "hash")),
        hash(block, "parentHash"),
        quantity(block, "timestamp"));
  }

  static ChainTransaction transaction(JsonNode transaction) {
    JsonNode to = transaction.get("to");
    return new ChainTransaction(
        hash(transaction, "hash"),
        Address.of(text(transaction, "from")),
        isAbsent(to) ? null : Address.of(to.asString()),
        Hex.bytes(text(transaction, "input")),
        new Wei(number(text(transaction, "value"))),
        isAbsent(transaction.get("blockHash"))
            ? null
            : new BlockRef(quantity(transaction, "blockNumber"), hash(transaction, "blockHash")),
        quantity(transaction, "nonce"),
        quantity(transaction, "gas"));
  }

  static List<ChainTransaction> transactions(JsonNode block) {
    List<ChainTransaction> transactions = new ArrayList<>();
    for (JsonNode transaction : block.get("transactions")) {
      transactions.add(transaction(transaction));
    }
    return transactions;
  }

  static Receipt receipt(JsonNode receipt) {
    JsonNode created = receipt.get("contractAddress");
    return new Receipt(
        hash(receipt, "transactionHash"),
        quantity(receipt, "status") == 1,
        isAbsent(created) ? null : Address.of(created.asString()));
  }

  static TransactionOutcome outcome(JsonNode receipt) {
    Set<Address> emitters = new HashSet<>();
    Set<Address> actors = new HashSet<>();
    for (JsonNode log : receipt.get("logs")) {
      List<Hash32> topics = new ArrayList<>();
      log.get("topics").forEach(topic -> topics.add(Hash32.of(topic.asString())));
      if (topics.isEmpty() || !Topics.INDEXED.contains(topics.getFirst())) continue;
      emitters.add(Address.of(text(log, "address")));
      for (Hash32 topic : topics) {
        byte[] bytes = topic.bytes();
        actors.add(
            Address.of(Arrays.copyOfRange(bytes, bytes.length - Address.BYTES, bytes.length)));
      }
    }
    return new TransactionOutcome(
        new BlockRef(quantity(receipt, "blockNumber"), hash(receipt, "blockHash")),
        quantity(receipt, "status") == 1,
        quantity(receipt, "gasUsed"),
        emitters,
        actors);
  }

  /** The calls of a call tracer's tree that were not undone, in the order in which they began. */
  static List<TracedCall> tracedCalls(JsonNode root) {
    List<TracedCall> calls = new ArrayList<>();
    Deque<JsonNode> left = new ArrayDeque<>(List.of(root));
    while (!left.isEmpty()) {
      JsonNode call = left.pop();
      if (!isAbsent(call.get("error"))) continue;
      if (text(call, "type").equals("CALL")) {
        calls.add(
            new TracedCall(
                Address.of(text(call, "from")),
                Address.of(text(call, "to")),
                Hex.bytes(text(call, "input"))));
      }
      JsonNode inner = call.get("calls");
      if (isAbsent(inner)) continue;
      for (int i = inner.size() - 1; i >= 0; i--) left.push(inner.get(i));
    }
    return calls;
  }

  static Hash32 hash(JsonNode object, String field) {
    return Hash32.of(text(object, field));
  }

  static String text(JsonNode object, String field) {
    JsonNode value = object.get(field);
    if (isAbsent(value) || !value.isString()) throw new IllegalArgumentException("no " + field);
    return value.asString();
  }

  static long quantity(JsonNode object, String field) {
    return quantity(text(object, field));
  }

  /** Reads a number such as {@code 0x1b4}, which must fit 63 bits. */
  static long quantity(String text) {
    BigInteger number = number(text);
    if (number.bitLength() > 63) throw new IllegalArgumentException("too large a number");
    return number.longValue();
  }

  static Wei wei(String text) {
    return new Wei(number(text));
  }

  private static BigInteger number(String text) {
    if (!text.startsWith("0x") || text.length() < 3 || text.length() > 66) {
      throw new IllegalArgumentException("not a number: " + NodeErrors.clipped(text));
    }
    BigInteger number = new BigInteger(text.substring(2), 16);
    if (number.signum() < 0) throw new IllegalArgumentException("a number below 0");
    return number;
  }

  static boolean isAbsent(@Nullable JsonNode value) {
    return value == null || value.isNull() || value.isMissingNode();
  }

  static String quantityText(long number) {
    return "0x" + Long.toHexString(number);
  }
}
