package org.sumscan.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.Hex;
import tools.jackson.databind.JsonNode;

/**
 * A local chain of its own for a test, which mines a block for each transaction unless told
 * otherwise, with ten rich accounts. Close it when the test is over.
 */
public final class Anvil implements AutoCloseable {

  private static final Path BINARY =
      Path.of("contracts/node_modules/@foundry-rs/anvil-linux-amd64/bin/anvil");
  private static final String LISTENING = "Listening on ";

  /** Ends the program when our end of a pipe closes, as it does however this program ends. */
  private static final String TIED =
      """
      exec 3<&0
      "$@" </dev/null 3<&- &
      node=$!
      { read -r nothing <&3; kill "$node"; } >/dev/null 2>&1 &
      watcher=$!
      exec 3<&-
      wait "$node"
      kill "$watcher" 2>/dev/null
      """;

  private final Process process;
  private final JsonRpc rpc;
  private final List<Address> accounts = new ArrayList<>();

  private Anvil(Process process, URI url) {
    this.process = process;
    this.rpc = new JsonRpc(url);
    rpc.call("eth_accounts").forEach(account -> accounts.add(Address.of(account.asString())));
  }

  /** Starts one with chain id 31337. */
  public static Anvil start(String... options) {
    List<String> command = new ArrayList<>(List.of("sh", "-c", TIED, "sh"));
    command.addAll(List.of(BINARY.toString(), "--port", "0"));
    command.addAll(List.of("--host", "127.0.0.1", "--gas-limit", "1000000000"));
    command.addAll(List.of(options));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
      URI url = awaitAddress(output);
      Thread.ofVirtual().start(() -> drain(output));
      return new Anvil(process, url);
    } catch (IOException e) {
      throw new UncheckedIOException("anvil did not start; run npm ci in contracts/", e);
    }
  }

  /** Reads to the end, since a process that no one listens to stops when its pipe is full. */
  private static void drain(BufferedReader output) {
    try {
      output.transferTo(java.io.Writer.nullWriter());
    } catch (IOException e) {
      // It was closed, and so has nothing to say any more.
    }
  }

  private static URI awaitAddress(BufferedReader output) throws IOException {
    StringBuilder said = new StringBuilder();
    for (String line; (line = output.readLine()) != null; said.append(line).append('\n')) {
      if (line.startsWith(LISTENING)) {
        return URI.create("http://" + line.substring(LISTENING.length()).strip());
      }
    }
    throw new IllegalStateException("anvil ended at once: " + said);
  }

  /** Where it listens. */
  public URI url() {
    return rpc.url();
  }

  /** Its rich accounts, which it signs for. */
  public List<Address> accounts() {
    return List.copyOf(accounts);
  }

  /** Any JSON-RPC call; numbers are to be given as they go over the wire. */
  public JsonNode call(String method, Object... parameters) {
    return rpc.call(method, parameters);
  }

  /** Many JSON-RPC calls of one method at once; their results in the order of the parameters. */
  public List<JsonNode> callAll(String method, List<List<Object>> parameters) {
    return rpc.callAll(method, parameters);
  }

  /** Deploys a contract from the first account and answers its address. */
  public Address deploy(Artifact artifact, byte[]... encodedArguments) {
    StringBuilder code = new StringBuilder(Hex.text(artifact.bytecode()));
    for (byte[] argument : encodedArguments) code.append(Hex.text(argument).substring(2));
    Map<String, String> transaction =
        Map.of("from", accounts.getFirst().toString(), "input", code.toString());
    return Address.of(execute(transaction).get("contractAddress").asString());
  }

  /** Sends a transaction and answers its hash without waiting for a block. */
  public Hash32 send(Address from, Address to, byte[] input) {
    return rpc.send(from, to, Hex.text(input), "0x0");
  }

  /** Sends a transaction with money, in wei, and answers its hash. */
  public Hash32 send(Address from, Address to, byte[] input, long wei) {
    return rpc.send(from, to, Hex.text(input), "0x" + Long.toHexString(wei));
  }

  /**
   * Sends a transaction, its fields as they go over the wire, and answers its receipt once it is
   * mined; not while mining is off.
   *
   * @throws IllegalStateException if it failed
   */
  public JsonNode execute(Map<String, String> transaction) {
    return succeeded(rpc.call("eth_sendTransactionSync", transaction));
  }

  /**
   * The receipt of a transaction, which anvil mines a moment after it has taken it.
   *
   * @throws IllegalStateException if it failed
   * @throws AssertionError if it is not mined within two minutes
   */
  public JsonNode receipt(Hash32 transaction) {
    JsonNode receipt = rpc.call("eth_getTransactionReceipt", transaction.toString());
    return succeeded(receipt.isNull() ? awaitReceipt(transaction) : receipt);
  }

  private JsonNode awaitReceipt(Hash32 transaction) {
    return Waiting.until(
        "transaction " + transaction + " is mined",
        () -> rpc.call("eth_getTransactionReceipt", transaction.toString()),
        receipt -> !receipt.isNull());
  }

  private static JsonNode succeeded(JsonNode receipt) {
    if (!"0x1".equals(receipt.get("status").asString())) {
      throw new IllegalStateException("transaction failed: " + receipt);
    }
    return receipt;
  }

  /** Makes it mine only when {@link #mine} is called, or for each transaction again. */
  public void automine(boolean on) {
    rpc.call("evm_setAutomine", on);
  }

  /** Mines that many blocks. */
  public void mine(int blocks) {
    rpc.call("anvil_mine", "0x" + Integer.toHexString(blocks), "0x1");
  }

  /** Height of its newest block. */
  public long head() {
    return Long.decode(rpc.call("eth_blockNumber").asString());
  }

  /** Replaces that many of the newest blocks with empty ones. */
  public void reorg(int depth) {
    rpc.call("anvil_reorg", depth, List.of());
  }

  /** Remembers this moment. */
  public String snapshot() {
    return rpc.call("evm_snapshot").asString();
  }

  /** Goes back to such a moment, which is used up by that. */
  public void revert(String snapshot) {
    rpc.call("evm_revert", snapshot);
  }

  /** Lets the next block be made so many seconds later. */
  public void increaseTime(long seconds) {
    rpc.call("evm_increaseTime", seconds);
  }

  /** Ends it. */
  @Override
  public void close() {
    List<ProcessHandle> family = process.descendants().toList();
    try {
      process.getOutputStream().close();
      if (process.waitFor(5, TimeUnit.SECONDS)) return;
      family.forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
