package org.sumscan.demo.wallet;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.sumscan.demo.chain.AnvilRpc;
import org.sumscan.demo.chain.ChainFault;
import org.sumscan.demo.settings.DemoWanted;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The demo's wallet: passes what {@link WalletRules} allow to the embedded chain, which holds the
 * key of the visitor's account; here is none.
 */
@RestController
@Conditional(DemoWanted.class)
class WalletController {

  static final String PATH = "/api/demo-wallet";

  /** The most bytes of a request; the code of a large contract is a fifth of it. */
  static final int MOST_BYTES = 256 << 10;

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final WalletAccess access;
  private final WalletAccount visitor;
  private final AnvilRpc rpc;

  WalletController(WalletAccess access, WalletAccount visitor, AnvilRpc rpc) {
    this.access = access;
    this.visitor = visitor;
    this.rpc = rpc;
  }

  /** Why a request was not looked at. */
  record Refusal(String title, int status, String message) {}

  @PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE)
  ResponseEntity<?> ask(HttpServletRequest request) throws IOException, InterruptedException {
    Optional<String> refusal = access.refusal(request);
    if (refusal.isPresent()) return refused(HttpStatus.FORBIDDEN, refusal.get());
    if (request.getContentLengthLong() > MOST_BYTES) {
      return refused(HttpStatus.CONTENT_TOO_LARGE, "A request has at most 256 KiB.");
    }
    JsonNode question = read(request.getInputStream().readNBytes(MOST_BYTES));
    if (question == null || !isRequest(question)) {
      return refused(
          HttpStatus.BAD_REQUEST,
          "The body is not one JSON-RPC 2.0 request; batches are not taken.");
    }
    return ResponseEntity.ok().header("Cache-Control", "no-store").body(answer(question));
  }

  private static @Nullable JsonNode read(byte[] body) {
    try {
      return JSON.readTree(body);
    } catch (JacksonException malformed) {
      return null;
    }
  }

  private static boolean isRequest(JsonNode question) {
    JsonNode parameters = question.get("params");
    JsonNode id = question.get("id");
    return question.isObject()
        && question.path("jsonrpc").asString("").equals("2.0")
        && question.path("method").isString()
        && (parameters == null || parameters.isArray())
        && id != null
        && (id.isString() || id.isIntegralNumber());
  }

  private ObjectNode answer(JsonNode question) throws InterruptedException {
    List<JsonNode> parameters = new ArrayList<>();
    question.path("params").forEach(parameters::add);
    ObjectNode answer = JSON.createObjectNode();
    answer.put("jsonrpc", "2.0").set("id", question.get("id"));
    return switch (visitor.rules().judge(question.get("method").asString(), parameters)) {
      case WalletRules.Outcome.Answered(JsonNode result) -> answer.set("result", result);
      case WalletRules.Outcome.Refused(int code, String message) -> error(answer, code, message);
      case WalletRules.Outcome.Passed(AnvilRpc.Call call) -> passed(answer, call);
    };
  }

  private ObjectNode passed(ObjectNode answer, AnvilRpc.Call call) throws InterruptedException {
    try {
      JsonNode said = rpc.answer(call);
      return said.has("error")
          ? answer.set("error", said.get("error"))
          : answer.set("result", said.path("result"));
    } catch (ChainFault silent) {
      return error(answer, -32603, "The embedded chain does not answer.");
    }
  }

  private static ObjectNode error(ObjectNode answer, int code, String message) {
    answer.putObject("error").put("code", code).put("message", message);
    return answer;
  }

  private static ResponseEntity<Refusal> refused(HttpStatus status, String message) {
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(new Refusal(status.getReasonPhrase(), status.value(), message));
  }
}
