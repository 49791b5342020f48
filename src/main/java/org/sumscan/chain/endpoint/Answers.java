package org.sumscan.chain.endpoint;

import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sumscan.chain.ChainTransaction;
import org.sumscan.chain.Receipt;
import org.sumscan.chain.TracedCall;
import org.sumscan.chain.TransactionOutcome;
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
public final class Answers {

  private Answers() {}

  /** A block's header. */
  public static BlockHeader header(JsonNode block) {
    return new BlockHeader(
        new BlockRef(quantity(block, "number"), hash(block, "hash")),
        hash(block, "parentHash"),
        quantity(block, "timestamp"));
  }

  /** A transaction. */
  public static ChainTransaction transaction(JsonNode transaction) {
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

  /** The transactions of a block that was asked for with them. */
  public static List<ChainTransaction> transactions(JsonNode block) {
    List<ChainTransaction> transactions = new ArrayList<>();
    for (JsonNode transaction : block.get("transactions")) {
      transactions.add(transaction(transaction));
    }
    return transactions;
  }

  /** What a receipt says of its transaction. */
  public static Receipt receipt(JsonNode receipt) {
    JsonNode created = receipt.get("contractAddress");
    return new Receipt(
        hash(receipt, "transactionHash"),
        quantity(receipt, "status") == 1,
        isAbsent(created) ? null : Address.of(created.asString()));
  }

  /** What a receipt says of its transaction and of our contracts' logs. */
  public static TransactionOutcome outcome(JsonNode receipt) {
    Set<Address> emitters = new HashSet<>();
    Set<Address> actors = new HashSet<>();
    for (JsonNode node : receipt.get("logs")) {
      LogFields log = LogFields.of(node);
      if (!log.isIndexed()) continue;
      emitters.add(log.emitter());
      for (Hash32 topic : log.topics()) actors.add(address(topic));
    }
    return new TransactionOutcome(
        new BlockRef(quantity(receipt, "blockNumber"), hash(receipt, "blockHash")),
        quantity(receipt, "status") == 1,
        quantity(receipt, "gasUsed"),
        emitters,
        actors);
  }

  private static Address address(Hash32 topic) {
    byte[] bytes = topic.bytes();
    return Address.of(Arrays.copyOfRange(bytes, bytes.length - Address.BYTES, bytes.length));
  }

  /** The calls of a call tracer's tree that were not undone, in the order in which they began. */
  public static List<TracedCall> tracedCalls(JsonNode root) {
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

  /** A field of 32 bytes. */
  public static Hash32 hash(JsonNode object, String field) {
    return Hash32.of(text(object, field));
  }

  /** A field that is a string. */
  public static String text(JsonNode object, String field) {
    JsonNode value = object.get(field);
    if (isAbsent(value) || !value.isString()) throw new IllegalArgumentException("no " + field);
    return value.asString();
  }

  /** A field that is a number. */
  public static long quantity(JsonNode object, String field) {
    return quantity(text(object, field));
  }

  /** Reads a number such as {@code 0x1b4}, which must fit 63 bits. */
  public static long quantity(String text) {
    BigInteger number = number(text);
    if (number.bitLength() > 63) throw new IllegalArgumentException("too large a number");
    return number.longValue();
  }

  /** A number of wei. */
  public static Wei wei(String text) {
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

  /** The bytes that an error has besides its words; none where it has none. */
  public static byte[] revertData(@Nullable String data) {
    if (data == null) return new byte[0];
    String text = data.replace("\"", "");
    try {
      return text.startsWith("0x") ? Hex.bytes(text) : new byte[0];
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  /** Whether a field is missing or null. */
  public static boolean isAbsent(@Nullable JsonNode value) {
    return value == null || value.isNull() || value.isMissingNode();
  }

  /** A number as nodes want it. */
  public static String quantityText(long number) {
    return "0x" + Long.toHexString(number);
  }
}
