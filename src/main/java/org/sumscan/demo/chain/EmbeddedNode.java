package org.sumscan.demo.chain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.stream.StreamSupport;
import org.sumscan.contracts.ContractEvent;
import org.sumscan.contracts.EventDecoder;
import org.sumscan.contracts.EventDecoding;
import org.sumscan.demo.accounts.DemoAccounts;
import org.sumscan.demo.accounts.Person;
import org.sumscan.demo.accounts.PlannedTransaction;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.Hex;
import org.sumscan.kernel.Wei;
import tools.jackson.databind.JsonNode;

/** The embedded chain as the demo writes it: whole blocks, at the times that it says. */
public final class EmbeddedNode {

  private static final long BLOCK_GAS = 60_000_000;
  private static final long MOST_FEE = 20_000_000_000L;
  private static final long TIP = 1_000_000;

  private final AnvilRpc rpc;
  private final Lock stillness;
  private final DemoAccounts accounts;

  private EmbeddedNode(AnvilRpc rpc, Lock stillness, DemoAccounts accounts) {
    this.rpc = rpc;
    this.stillness = stillness;
    this.accounts = accounts;
  }

  /**
   * Takes charge of a chain: from now on it mines only when told to.
   *
   * @param stillness held while a block is mined
   */
  public static EmbeddedNode takeOver(AnvilRpc rpc, Lock stillness) throws InterruptedException {
    rpc.call("evm_setAutomine", false);
    rpc.call("evm_setBlockGasLimit", hex(BLOCK_GAS));
    List<Address> accounts =
        StreamSupport.stream(rpc.call("eth_accounts").spliterator(), false)
            .map(account -> Address.of(account.asString()))
            .toList();
    EmbeddedNode node = new EmbeddedNode(rpc, stillness, new DemoAccounts(accounts));
    // A chain that was loaded thinks that the present is its latest time, and the past may go on.
    rpc.call("evm_setTime", node.head().time());
    return node;
  }

  public DemoAccounts accounts() {
    return accounts;
  }

  /** The number and the time of a block. */
  public record Head(long number, long time) {}

  /** The newest block. */
  public Head head() throws InterruptedException {
    return block("latest");
  }

  /** The time of the first block, in seconds since 1970. */
  public long genesis() throws InterruptedException {
    return block("0x0").time();
  }

  /** The chain's id. */
  public ChainId chainId() throws InterruptedException {
    return new ChainId(number(rpc.call("eth_chainId")));
  }

  /** Whether there is a contract at an address. */
  public boolean hasCode(Address address) throws InterruptedException {
    return !"0x".equals(rpc.call("eth_getCode", address.lowerCase(), "latest").asString());
  }

  /**
   * What an emitter said.
   *
   * @param logIndex the number of the log in its block
   * @param event decoded; empty where it is nothing that we know
   */
  public record Said(
      Address emitter, Hash32 transaction, int logIndex, Optional<ContractEvent> event) {}

  /** What these emitters said in a range of blocks, in order. */
  public List<Said> said(long from, long to, List<Address> emitters) throws InterruptedException {
    Map<String, Object> filter = new LinkedHashMap<>();
    filter.put("fromBlock", hex(from));
    filter.put("toBlock", hex(to));
    filter.put("address", emitters.stream().map(Address::lowerCase).toList());
    List<Said> said = new ArrayList<>();
    for (JsonNode log : rpc.call("eth_getLogs", filter)) {
      List<Hash32> topics = new ArrayList<>();
      log.get("topics").forEach(topic -> topics.add(Hash32.of(topic.asString())));
      EventDecoding decoding = EventDecoder.decode(topics, Hex.bytes(log.get("data").asString()));
      said.add(
          new Said(
              Address.of(log.get("address").asString()),
              Hash32.of(log.get("transactionHash").asString()),
              (int) number(log.get("logIndex")),
              decoding instanceof EventDecoding.Decoded(ContractEvent event)
                  ? Optional.of(event)
                  : Optional.empty()));
    }
    return said;
  }

  /** Whether a transaction waits for a block. */
  public boolean hasPending() throws InterruptedException {
    JsonNode status = rpc.call("txpool_status");
    return number(status.get("pending")) > 0;
  }

  /** The number of transactions that each person has sent, by {@link Person#ordinal}. */
  public long[] nonces() throws InterruptedException {
    List<AnvilRpc.Call> calls = new ArrayList<>();
    for (Person person : Person.values()) {
      calls.add(
          new AnvilRpc.Call(
              "eth_getTransactionCount", List.of(accounts.of(person).lowerCase(), "latest")));
    }
    return rpc.batch(calls).stream().mapToLong(EmbeddedNode::number).toArray();
  }

  /**
   * Sends transactions that will lie in the next block in this order, which falling tips see to,
   * and counts the nonces up.
   *
   * @return their hashes, in the same order
   */
  public List<Hash32> send(List<PlannedTransaction> transactions, long[] nonces)
      throws InterruptedException {
    if (transactions.isEmpty()) return List.of();
    List<AnvilRpc.Call> calls = new ArrayList<>();
    for (int i = 0; i < transactions.size(); i++) {
      PlannedTransaction transaction = transactions.get(i);
      long nonce = nonces[transaction.from().ordinal()]++;
      long tip = TIP + transactions.size() - i;
      calls.add(new AnvilRpc.Call("eth_sendTransaction", List.of(wire(transaction, nonce, tip))));
    }
    return rpc.batch(calls).stream().map(hash -> Hash32.of(hash.asString())).toList();
  }

  /** Mines a block of that time, in seconds since 1970, which must be later than the head's. */
  public void mine(long time) throws InterruptedException {
    stillness.lockInterruptibly();
    try {
      rpc.call("evm_mine", Map.of("timestamp", time));
    } finally {
      stillness.unlock();
    }
  }

  private Map<String, String> wire(PlannedTransaction transaction, long nonce, long tip) {
    Map<String, String> wire = new LinkedHashMap<>();
    wire.put("from", accounts.of(transaction.from()).lowerCase());
    if (transaction.to() != null) wire.put("to", transaction.to().lowerCase());
    wire.put("value", hex(transaction.value()));
    wire.put("data", Hex.text(transaction.input()));
    wire.put("gas", hex(transaction.gas()));
    wire.put("nonce", hex(nonce));
    wire.put("maxFeePerGas", hex(MOST_FEE));
    wire.put("maxPriorityFeePerGas", hex(tip));
    return wire;
  }

  private Head block(String which) throws InterruptedException {
    JsonNode block = rpc.call("eth_getBlockByNumber", which, false);
    return new Head(number(block.get("number")), number(block.get("timestamp")));
  }

  private static long number(JsonNode hex) {
    return Long.decode(hex.asString());
  }

  private static String hex(long value) {
    return "0x" + Long.toHexString(value);
  }

  private static String hex(Wei value) {
    return "0x" + value.amount().toString(16);
  }
}
