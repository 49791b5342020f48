package org.sumscan.demo.wallet;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sumscan.demo.chain.AnvilRpc;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ChainId;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the demo's wallet does for its one account, and nothing beside it. */
final class WalletRules {

  /** The codes of EIP-1193 and JSON-RPC. */
  static final int UNAUTHORISED = 4100;

  static final int UNSUPPORTED = 4200;
  static final int INVALID = -32602;

  /** How many calls one simulation may have. */
  static final int MOST_SIMULATED = 100;

  private static final Set<String> FIELDS =
      Set.of(
          "from",
          "to",
          "data",
          "input",
          "value",
          "gas",
          "gasPrice",
          "maxFeePerGas",
          "maxPriorityFeePerGas",
          "nonce",
          "chainId",
          "type",
          "accessList");

  /** How many parameters each of the methods takes that are passed on, at the fewest and most. */
  private static final Map<String, int[]> PASSED =
      Map.ofEntries(
          Map.entry("eth_chainId", new int[] {0, 0}),
          Map.entry("eth_blockNumber", new int[] {0, 0}),
          Map.entry("eth_getBlockByNumber", new int[] {1, 2}),
          Map.entry("eth_call", new int[] {1, 2}),
          Map.entry("eth_estimateGas", new int[] {1, 2}),
          Map.entry("eth_simulateV1", new int[] {1, 2}),
          Map.entry("eth_sendTransaction", new int[] {1, 1}),
          Map.entry("personal_sign", new int[] {2, 2}),
          Map.entry("eth_signTypedData_v4", new int[] {2, 2}),
          Map.entry("eth_getTransactionByHash", new int[] {1, 1}),
          Map.entry("eth_getTransactionReceipt", new int[] {1, 1}),
          Map.entry("eth_getBalance", new int[] {1, 2}),
          Map.entry("eth_getTransactionCount", new int[] {1, 2}));

  private final Address account;
  private final ChainId chain;

  WalletRules(Address account, ChainId chain) {
    this.account = account;
    this.chain = chain;
  }

  /** What becomes of a request. */
  sealed interface Outcome {

    /** The chain is asked. */
    record Passed(AnvilRpc.Call call) implements Outcome {}

    /** The wallet knows the answer. */
    record Answered(JsonNode result) implements Outcome {}

    /** It is not done; code and message go to whoever asked. */
    record Refused(int code, String message) implements Outcome {}
  }

  Outcome judge(String method, List<JsonNode> parameters) {
    if (method.equals("eth_accounts") || method.equals("eth_requestAccounts")) {
      return new Outcome.Answered(JsonMapper.shared().createArrayNode().add(account.lowerCase()));
    }
    int[] counts = PASSED.get(method);
    if (counts == null) {
      return new Outcome.Refused(UNSUPPORTED, "The demo's wallet does not know this method.");
    }
    if (parameters.size() < counts[0] || parameters.size() > counts[1]) {
      return new Outcome.Refused(INVALID, method + " has too few or too many parameters.");
    }
    Outcome.@Nullable Refused refusal = refusal(method, parameters);
    return refusal != null
        ? refusal
        : new Outcome.Passed(new AnvilRpc.Call(method, new ArrayList<>(parameters)));
  }

  private Outcome.@Nullable Refused refusal(String method, List<JsonNode> parameters) {
    return switch (method) {
      case "eth_sendTransaction" -> transaction(parameters.getFirst(), true);
      case "eth_call", "eth_estimateGas" -> transaction(parameters.getFirst(), false);
      case "eth_simulateV1" -> simulation(parameters.getFirst());
      case "personal_sign" -> signer(parameters.get(1));
      case "eth_signTypedData_v4" -> signer(parameters.getFirst());
      default -> null;
    };
  }

  private Outcome.@Nullable Refused simulation(JsonNode asked) {
    int calls = 0;
    for (JsonNode block : asked.path("blockStateCalls")) {
      for (JsonNode call : block.path("calls")) {
        Outcome.Refused refusal = transaction(call, false);
        if (refusal != null) return refusal;
        calls++;
      }
    }
    return calls <= MOST_SIMULATED
        ? null
        : new Outcome.Refused(INVALID, "At most " + MOST_SIMULATED + " calls are tried out.");
  }

  private Outcome.@Nullable Refused transaction(JsonNode transaction, boolean sent) {
    if (!transaction.isObject()) {
      return new Outcome.Refused(INVALID, "A transaction is an object.");
    }
    for (String field : transaction.propertyNames()) {
      if (!FIELDS.contains(field)) {
        return new Outcome.Refused(INVALID, "A field of the transaction is not known here.");
      }
    }
    JsonNode id = transaction.get("chainId");
    if (id != null && !isThisChain(id)) {
      return new Outcome.Refused(INVALID, "The transaction is for another chain.");
    }
    JsonNode from = transaction.get("from");
    return from == null && !sent ? null : signer(from);
  }

  private Outcome.@Nullable Refused signer(@Nullable JsonNode signer) {
    if (signer != null
        && signer.isString()
        && signer.asString().toLowerCase(Locale.ROOT).equals(account.lowerCase())) {
      return null;
    }
    return new Outcome.Refused(
        UNAUTHORISED, "The demo's wallet holds the account " + account + " only.");
  }

  private boolean isThisChain(JsonNode id) {
    String hex = "0x" + Long.toHexString(chain.value());
    return id.isString() ? id.asString().equals(hex) : id.asString().equals(chain.toString());
  }
}
