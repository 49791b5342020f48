package org.sumscan.chain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.sumscan.chain.NodeFault.Kind;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.BlockRef;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.Hex;
import org.web3j.protocol.core.Response;
import tools.jackson.databind.JsonNode;

/**
 * Tries transactions out at one endpoint: in one simulated block where it can, else each by itself.
 */
final class Simulator {

  private static final Pattern NO_SUCH_METHOD =
      Pattern.compile(
          "(method|simulat).{0,60}(not|un)\\s?-?(support|avail|exist|found|allow|known)");

  private final Endpoint endpoint;
  private final BlockRef base;
  private final long time;

  /** On the state of a block, as if the next one were made at a time in seconds since 1970. */
  Simulator(Endpoint endpoint, BlockRef base, long time) {
    this.endpoint = endpoint;
    this.base = base;
    this.time = time;
  }

  Simulation of(List<SimulatedCall> calls) {
    if (endpoint.simulates()) {
      JsonAnswer answer = endpoint.exchange("eth_simulateV1", simulation(calls));
      if (!answer.hasError()) return new Simulation(true, read(answer.getResult(), calls.size()));
      if (!lacksMethod(answer.getError())) throw fault(answer.getError());
      endpoint.doesNotSimulate();
    }
    List<SimulationResult> outcomes = new ArrayList<>();
    for (SimulatedCall call : calls) outcomes.add(alone(call));
    return new Simulation(false, outcomes);
  }

  private List<Object> simulation(List<SimulatedCall> calls) {
    Map<String, Object> block = new LinkedHashMap<>();
    // Calls are refused where their limits and what was used before them exceed the block's limit.
    long gas = calls.stream().mapToLong(SimulatedCall::gas).sum();
    block.put(
        "blockOverrides",
        Map.of("time", Answers.quantityText(time), "gasLimit", Answers.quantityText(gas)));
    block.put("calls", calls.stream().map(Simulator::transaction).toList());
    return Endpoint.parameters(Map.of("blockStateCalls", List.of(block)), base());
  }

  private Map<String, String> base() {
    return Map.of("blockHash", base.hash().toString());
  }

  private static Map<String, Object> transaction(SimulatedCall call) {
    Map<String, Object> transaction = new LinkedHashMap<>();
    transaction.put("from", call.from().lowerCase());
    transaction.put("to", call.to().lowerCase());
    transaction.put("input", Hex.text(call.input()));
    transaction.put("value", "0x" + call.value().amount().toString(16));
    if (call.gas() > 0) transaction.put("gas", Answers.quantityText(call.gas()));
    if (!call.warm().isEmpty()) {
      transaction.put("accessList", call.warm().stream().map(Simulator::entry).toList());
    }
    return transaction;
  }

  private static Map<String, Object> entry(SimulatedCall.WarmAccount warm) {
    return Map.of(
        "address",
        warm.account().lowerCase(),
        "storageKeys",
        warm.slots().stream().map(Hash32::toString).toList());
  }

  private List<SimulationResult> read(JsonNode result, int count) {
    try {
      JsonNode calls = result.get(0).get("calls");
      List<SimulationResult> simulation = new ArrayList<>();
      for (JsonNode call : calls) simulation.add(result(call));
      if (simulation.size() != count) throw new IllegalArgumentException("not one answer a call");
      return simulation;
    } catch (RuntimeException e) {
      throw new NodeFault(
          Kind.MALFORMED, endpoint.host(), "eth_simulateV1 answered no simulation", e);
    }
  }

  private static SimulationResult result(JsonNode call) {
    byte[] output = Hex.bytes(Answers.text(call, "returnData"));
    JsonNode error = call.get("error");
    if (output.length == 0 && error != null && error.path("data").isString()) {
      output = Hex.bytes(error.get("data").asString());
    }
    List<SimulationResult.TrialLog> logs = new ArrayList<>();
    for (JsonNode log : call.path("logs")) logs.add(log(log));
    return new SimulationResult(
        Answers.quantity(call, "status") == 1,
        output,
        OptionalLong.of(Answers.quantity(call, "gasUsed")),
        List.copyOf(logs));
  }

  private static SimulationResult.TrialLog log(JsonNode log) {
    List<Hash32> topics = new ArrayList<>();
    for (JsonNode topic : log.get("topics")) topics.add(Hash32.of(topic.asString()));
    return new SimulationResult.TrialLog(
        Address.of(Answers.text(log, "address")),
        List.copyOf(topics),
        Hex.bytes(Answers.text(log, "data")));
  }

  private SimulationResult alone(SimulatedCall call) {
    Map<String, Object> transaction = transaction(call);
    JsonAnswer answer = callAlone(transaction);
    if (answer.hasError()) {
      Response.Error error = answer.getError();
      String message = String.valueOf(error.getMessage());
      if (!NodeErrors.saysReverted(error.getCode(), message)) throw fault(error);
      byte[] data = RpcChainNode.revertData(error.getData());
      return new SimulationResult(false, data, OptionalLong.empty(), null);
    }
    byte[] output = endpoint.read("eth_call", result -> Hex.bytes(result.asString()), answer);
    if (output == null) throw new NodeFault(Kind.MALFORMED, endpoint.host(), "eth_call: nothing");
    return new SimulationResult(true, output, gasAlone(transaction), null);
  }

  /** With the block's time where the endpoint takes it, else with that of its newest block. */
  private JsonAnswer callAlone(Map<String, Object> transaction) {
    if (endpoint.overridesBlocks()) {
      List<Object> all =
          Endpoint.parameters(
              transaction, base(), Map.of(), Map.of("time", Answers.quantityText(time)));
      JsonAnswer answer = endpoint.exchange("eth_call", all);
      if (!answer.hasError() || answer.getError().getCode() != -32602) return answer;
      endpoint.doesNotOverrideBlocks();
    }
    return endpoint.exchange("eth_call", Endpoint.parameters(transaction, base()));
  }

  private OptionalLong gasAlone(Map<String, Object> transaction) {
    JsonAnswer answer = endpoint.exchange("eth_estimateGas", List.of(transaction));
    if (answer.hasError()) return OptionalLong.empty();
    Long gas =
        endpoint.read("eth_estimateGas", result -> Answers.quantity(result.asString()), answer);
    return gas == null ? OptionalLong.empty() : OptionalLong.of(gas);
  }

  private static boolean lacksMethod(Response.Error error) {
    String words = String.valueOf(error.getMessage()).toLowerCase(Locale.ROOT);
    return error.getCode() == -32601
        || error.getCode() == -32004
        || NO_SUCH_METHOD.matcher(words).find();
  }

  private NodeFault fault(Response.Error error) {
    return NodeErrors.of(endpoint.host(), error.getCode(), String.valueOf(error.getMessage()));
  }
}
