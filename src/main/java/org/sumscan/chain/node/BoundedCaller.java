package org.sumscan.chain.node;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.sumscan.chain.BoundedCall;
import org.sumscan.chain.BoundedCallResult;
import org.sumscan.chain.NodeFault;
import org.sumscan.chain.NodeFault.Kind;
import org.sumscan.chain.endpoint.Answers;
import org.sumscan.chain.endpoint.Endpoint;
import org.sumscan.chain.endpoint.NodeErrors;
import org.sumscan.kernel.BlockRef;
import org.sumscan.kernel.Hex;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls untrusted contracts at one endpoint, each call bounded in gas and in size. */
final class BoundedCaller {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** What JSON takes around an answer, and what a node may say in an error's message. */
  private static final int ENVELOPE_BYTES = 16_384;

  private static final Pattern OUT_OF_GAS =
      Pattern.compile(
          "out of gas|outofgas|gas required exceeds|gas exhausted|memorylimit"
              // The gas given does not even pay for the input.
              + "|intrinsic gas|gas floor|floor data gas|gas cost .*exceeds");

  private final Endpoint endpoint;

  BoundedCaller(Endpoint endpoint) {
    this.endpoint = endpoint;
  }

  BoundedCallResult of(BoundedCall question, BlockRef at) {
    byte[] body;
    try {
      body =
          endpoint
              .rpc()
              .exchangeText(text(question, at), ENVELOPE_BYTES + 2L * question.mostBytes());
    } catch (NodeFault fault) {
      if (fault.kind() == Kind.TOO_LARGE) return new BoundedCallResult.TooLarge();
      throw fault;
    }
    JsonNode answer = read(body);
    return answer.has("error")
        ? failed(answer.get("error"))
        : returned(answer.get("result"), question);
  }

  private static String text(BoundedCall question, BlockRef at) {
    Map<String, String> call =
        RpcChainNode.question(question.from(), question.contract(), question.input());
    call.put("gas", Answers.quantityText(question.gas()));
    List<Object> parameters = List.of(call, Map.of("blockHash", at.hash().toString()));
    return JSON.writeValueAsString(
        Map.of("jsonrpc", "2.0", "id", 1, "method", "eth_call", "params", parameters));
  }

  private JsonNode read(byte[] body) {
    try {
      JsonNode answer = JSON.readTree(body);
      if (answer.has("error") || answer.has("result")) return answer;
      throw malformed();
    } catch (JacksonException e) {
      throw malformed();
    }
  }

  private BoundedCallResult returned(JsonNode result, BoundedCall question) {
    try {
      byte[] data = Hex.bytes(result.asString());
      return data.length > question.mostBytes()
          ? new BoundedCallResult.TooLarge()
          : new BoundedCallResult.Returned(data);
    } catch (RuntimeException e) {
      throw malformed();
    }
  }

  private NodeFault malformed() {
    return new NodeFault(Kind.MALFORMED, endpoint.host(), "eth_call answered no bytes");
  }

  private BoundedCallResult failed(JsonNode error) {
    int code = error.path("code").asInt(0);
    String message = error.path("message").asString("");
    String words = message.toLowerCase(Locale.ROOT);
    // A contract writes what follows this word, so it must not be read as the node's.
    if (code == 3 || words.startsWith("execution reverted"))
      return new BoundedCallResult.Reverted();
    if (OUT_OF_GAS.matcher(words).find()) return new BoundedCallResult.Exhausted();
    if (NodeErrors.saysReverted(code, message)) return new BoundedCallResult.Reverted();
    throw NodeErrors.of(endpoint.host(), code, message);
  }
}
