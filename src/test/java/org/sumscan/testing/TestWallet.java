package org.sumscan.testing;

import com.microsoft.playwright.Page;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.Hex;
import org.web3j.crypto.Bip32ECKeyPair;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.MnemonicUtils;
import org.web3j.crypto.RawTransaction;
import org.web3j.crypto.Sign;
import org.web3j.crypto.TransactionEncoder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A wallet in a page's browser, which announces itself by EIP-6963, answers by EIP-1193 and signs
 * with the real key of one of a chain's rich accounts; the test says what its owner does.
 *
 * <p>Of one thread only, as the {@link Browser} is.
 */
public final class TestWallet {

  /** From which every local chain of the kind derives its rich accounts. */
  private static final String MNEMONIC =
      "test test test test test test test test test test test junk";

  private static final long CHAIN = 31337;
  private static final int REFUSED = 4001;
  private static final int UNSUPPORTED = 4200;
  private static final int UNKNOWN_CHAIN = 4902;

  /** Calls what its input lists, each as an address, a length and bytes; all of them or none. */
  private static final String EXECUTOR_CODE =
      "0x60005b8036111560345780602001358082604001600037600060008260006000"
          + "86355af115602f57016040016002565b600080fd5b00";

  private static final String EXECUTOR = "0x00000000000000000000000000000000005e7702";
  private static final String DELEGATED_TO = "0xef0100";

  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Anvil chain;
  private final Credentials key;
  private final List<JsonNode> asked = new ArrayList<>();
  private final Map<String, Integer> refusals = new HashMap<>();
  private final Map<String, Behaviour> behaviours = new HashMap<>();
  private final List<Hash32> sent = new ArrayList<>();
  private long standsOn = CHAIN;
  private boolean knowsChain = true;
  private boolean batches;
  private boolean delegated;
  private boolean connected;
  private Blocks blocks = Blocks.UNTOLD;

  /** What a wallet does instead of what it should. */
  @FunctionalInterface
  public interface Behaviour {

    /**
     * Answers a question.
     *
     * @param usual does what a wallet should and gives its answer
     * @return an answer as {@link TestWallet#result}, {@link TestWallet#error} or {@link
     *     TestWallet#silence} make it
     */
    String answer(JsonNode question, Supplier<String> usual);
  }

  /** What a wallet answers for a block by its number. */
  public enum Blocks {
    /** Nothing: it does not know the method. */
    UNTOLD,
    /** The chain's own. */
    OURS,
    /** Those of another chain. */
    OTHERS,
    /** That there is none. */
    NONE
  }

  /** A wallet with the key of the chain's rich account of some number. */
  public TestWallet(Anvil chain, int account) {
    this.chain = chain;
    int hard = Bip32ECKeyPair.HARDENED_BIT;
    Bip32ECKeyPair master =
        Bip32ECKeyPair.generateKeyPair(MnemonicUtils.generateSeed(MNEMONIC, ""));
    int[] path = {44 | hard, 60 | hard, hard, 0, account};
    key = Credentials.create(Bip32ECKeyPair.deriveKeyPair(master, path));
  }

  private static final String SCRIPT =
      """
      (() => {
        const listeners = {};
        const provider = {
          async request({ method, params }) {
            const answer = JSON.parse(await window.askTestWallet(JSON.stringify({ method, params: params ?? [] })));
            for (const [name, value] of answer.events ?? []) window.testWalletSays(name, value);
            if (answer.silent) return new Promise(() => {});
            if (answer.error) throw answer.error;
            return answer.result;
          },
          on(name, listener) { (listeners[name] ??= new Set()).add(listener); },
          removeListener(name, listener) { listeners[name]?.delete(listener); },
        };
        window.testWalletSays = (name, value) => listeners[name]?.forEach((listener) => listener(value));
        const info = Object.freeze({
          uuid: "a3f7b6ce-54a0-4bd0-a4f2-6a4e6b1c3d01",
          name: "Test wallet",
          icon: "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><circle cx='4' cy='4' r='4'/></svg>",
          rdns: "test.wallet",
        });
        const announce = () => dispatchEvent(new CustomEvent("eip6963:announceProvider", { detail: Object.freeze({ info, provider }) }));
        addEventListener("eip6963:requestProvider", announce);
        announce();
      })();
      """;

  /** Puts it into every document that a page will load. */
  public TestWallet into(Page page) {
    page.exposeBinding("askTestWallet", (source, arguments) -> answer((String) arguments[0]));
    page.addInitScript(SCRIPT);
    return this;
  }

  /** Its account. */
  public Address account() {
    return Address.of(key.getAddress());
  }

  /** What its account owns, in wei. */
  public BigInteger balance() {
    return number(chain.call("eth_getBalance", account().toString(), "latest"));
  }

  /** Lets its owner decline the next question of a kind. */
  public void declineNext(String method) {
    refusals.merge(method, 1, Integer::sum);
  }

  /** Lets its owner agree some times, and decline after that once. */
  public void declineAfter(String method, int times) {
    refusals.put(method, -times);
  }

  /** Lets it misbehave whenever it is asked for something. */
  public void instead(String method, Behaviour behaviour) {
    behaviours.put(method, behaviour);
  }

  /** Lets it do again what it should. */
  public void behave(String method) {
    behaviours.remove(method);
  }

  /** Puts it on another chain, and lets it know ours or not. */
  public void standOn(long chainId, boolean knowsOurs) {
    standsOn = chainId;
    knowsChain = knowsOurs;
  }

  /** Lets it offer many calls under one signature. */
  public void offerBatches() {
    batches = true;
  }

  /**
   * Lets it make many calls in one transaction: its account stands for a contract from now on, as
   * EIP-7702 has it.
   */
  public void batchInOneTransaction() {
    batches = true;
    delegated = true;
    chain.call("anvil_setCode", EXECUTOR, EXECUTOR_CODE);
    chain.call("anvil_setCode", account().toString(), DELEGATED_TO + EXECUTOR.substring(2));
  }

  /** Says what it answers for blocks. */
  public void answerBlocks(Blocks answered) {
    blocks = answered;
  }

  /** What it was asked, in order. */
  public List<String> asked() {
    return asked.stream().map(question -> question.get("method").asString()).toList();
  }

  /** The last question of a kind, with its parameters. */
  public JsonNode lastAsked(String method) {
    return asked.reversed().stream()
        .filter(question -> question.get("method").asString().equals(method))
        .findFirst()
        .orElseThrow();
  }

  /** The transactions that it sent. */
  public List<Hash32> sent() {
    return List.copyOf(sent);
  }

  /** Sends what it was asked to sign last, though it answered otherwise. */
  public Hash32 sendAsked() {
    return send(lastAsked("eth_sendTransaction").get("params").get(0));
  }

  /** Sends the first calls of a batch that it was asked for, each by itself, and makes no block. */
  public void sendCalls(JsonNode question, int most) {
    question.at("/params/0/calls").valueStream().limit(most).forEach(this::send);
  }

  /** Sends another transaction in the place of the last one, which waits, for a higher fee. */
  public Hash32 replaceLast(boolean byNothing) {
    JsonNode last = chain.call("eth_getTransactionByHash", sent.getLast().toString());
    BigInteger nonce = number(last.get("nonce"));
    Map<String, String> other = new HashMap<>();
    other.put("to", byNothing ? account().toString() : last.get("to").asString());
    other.put("data", byNothing ? "0x" : last.get("input").asString());
    other.put("gas", last.get("gas").asString());
    return send(JSON.valueToTree(other), nonce, BigInteger.valueOf(90_000_000_000L));
  }

  private String answer(String text) {
    JsonNode question = JSON.readTree(text);
    asked.add(question);
    String method = question.get("method").asString();
    if (isDeclined(method)) return error(REFUSED, "User rejected the request.");
    Behaviour behaviour = behaviours.get(method);
    return behaviour == null
        ? usual(method, question)
        : behaviour.answer(question, () -> usual(method, question));
  }

  private String usual(String method, JsonNode question) {
    return switch (method) {
      case "eth_requestAccounts" -> {
        connected = true;
        yield result(List.of(account().lowerCase()));
      }
      case "eth_accounts" -> result(connected ? List.of(account().lowerCase()) : List.of());
      case "eth_chainId" -> result("0x" + Long.toHexString(standsOn));
      case "wallet_switchEthereumChain" -> moved();
      case "wallet_addEthereumChain" -> {
        knowsChain = true;
        yield result(null);
      }
      case "eth_sendTransaction" -> signed(question.get("params").get(0));
      case "eth_getTransactionByHash" ->
          result(chain.call(method, question.get("params").get(0).asString()));
      case "eth_getBalance" ->
          result(chain.call(method, question.get("params").get(0).asString(), "latest"));
      case "personal_sign" -> result(signedMessage(question.get("params").get(0).asString()));
      case "eth_getBlockByNumber" -> block(question.get("params"));
      case "wallet_getCapabilities" ->
          batches
              ? result(Map.of("0x7a69", Map.of("atomic", Map.of("status", "supported"))))
              : error(UNSUPPORTED, "not here");
      case "wallet_sendCalls" -> batch(question.get("params").get(0));
      case "wallet_getCallsStatus" -> status();
      default -> error(UNSUPPORTED, "not here");
    };
  }

  private String signedMessage(String hex) {
    Sign.SignatureData signature = Sign.signPrefixedMessage(Hex.bytes(hex), key.getEcKeyPair());
    return Hex.text(signature.getR()) + digits(signature.getS()) + digits(signature.getV());
  }

  private static String digits(byte[] bytes) {
    return Hex.text(bytes).substring(2);
  }

  private String block(JsonNode parameters) {
    return switch (blocks) {
      case UNTOLD -> error(UNSUPPORTED, "not here");
      case OURS -> result(chain.call("eth_getBlockByNumber", parameters.get(0).asString(), false));
      case OTHERS -> result(Map.of("hash", "0x" + "ab".repeat(Hash32.BYTES)));
      case NONE -> result(null);
    };
  }

  private boolean isDeclined(String method) {
    int left = refusals.getOrDefault(method, 0);
    if (left < -1) refusals.put(method, left + 1);
    if (left == -1) refusals.put(method, 1);
    if (left > 0) refusals.put(method, left - 1);
    return left > 0;
  }

  private String moved() {
    if (!knowsChain) return error(UNKNOWN_CHAIN, "Unrecognized chain ID");
    standsOn = CHAIN;
    return JSON.writeValueAsString(
        Map.of("result", "", "events", List.of(List.of("chainChanged", "0x7a69"))));
  }

  private String signed(JsonNode transaction) {
    boolean ours = transaction.get("chainId").asString().equals("0x7a69") && standsOn == CHAIN;
    return ours ? result(send(transaction).toString()) : error(-32000, "wrong chain");
  }

  private Hash32 send(JsonNode transaction) {
    BigInteger nonce =
        number(chain.call("eth_getTransactionCount", account().toString(), "pending"));
    return send(transaction, nonce, BigInteger.valueOf(2_000_000_000L));
  }

  private Hash32 send(JsonNode transaction, BigInteger nonce, BigInteger fee) {
    RawTransaction raw =
        RawTransaction.createTransaction(
            CHAIN,
            nonce,
            transaction.has("gas") ? number(transaction.get("gas")) : BigInteger.valueOf(2_000_000),
            transaction.get("to").asString(),
            transaction.has("value") ? number(transaction.get("value")) : BigInteger.ZERO,
            transaction.get("data").asString(),
            fee.divide(BigInteger.TWO),
            fee);
    String signed = Hex.text(TransactionEncoder.signMessage(raw, key));
    Hash32 hash = Hash32.of(chain.call("eth_sendRawTransaction", signed).asString());
    sent.add(hash);
    return hash;
  }

  /** All of them go into one block, or into one transaction. */
  private String batch(JsonNode parameters) {
    if (delegated) {
      send(
          JSON.valueToTree(
              Map.of("to", account().toString(), "data", calls(parameters), "gas", "0x7a1200")));
      return result(Map.of("id", "0xbatch"));
    }
    chain.automine(false);
    parameters.get("calls").forEach(this::send);
    chain.mine(1);
    chain.automine(true);
    return result(Map.of("id", "0xbatch"));
  }

  private static String calls(JsonNode parameters) {
    StringBuilder calls = new StringBuilder("0x");
    for (JsonNode call : parameters.get("calls")) {
      String data = call.get("data").asString().substring(2);
      calls.append("0".repeat(24)).append(call.get("to").asString().substring(2));
      calls.append("%064x".formatted(data.length() / 2)).append(data);
    }
    return calls.toString();
  }

  private String status() {
    List<JsonNode> receipts =
        sent.stream()
            .map(hash -> chain.call("eth_getTransactionReceipt", hash.toString()))
            .toList();
    return result(Map.of("version", "2.0.0", "status", 200, "receipts", receipts));
  }

  private static BigInteger number(JsonNode hex) {
    String text = hex.asString();
    return text.toLowerCase(Locale.ROOT).startsWith("0x")
        ? new BigInteger(text.substring(2), 16)
        : new BigInteger(text);
  }

  /** An answer. */
  public static String result(@Nullable Object value) {
    Map<String, @Nullable Object> answer = new HashMap<>();
    answer.put("result", value);
    return JSON.writeValueAsString(answer);
  }

  /** An error, as a wallet throws it. */
  public static String error(int code, String message) {
    return JSON.writeValueAsString(Map.of("error", Map.of("code", code, "message", message)));
  }

  /** An error around another one, as wallets pass on what their node says. */
  public static String error(int code, String message, String inner) {
    Map<String, Object> data = Map.of("code", -32000, "message", inner);
    return JSON.writeValueAsString(
        Map.of("error", Map.of("code", code, "message", message, "data", data)));
  }

  /** No answer, ever. */
  public static String silence() {
    return JSON.writeValueAsString(Map.of("silent", true));
  }
}
