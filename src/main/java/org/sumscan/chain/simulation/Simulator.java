package org.sumscan.chain.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.sumscan.chain.NodeFault;
import org.sumscan.chain.NodeFault.Kind;
import org.sumscan.chain.SimulatedCall;
import org.sumscan.chain.Simulation;
import org.sumscan.chain.SimulationResult;
import org.sumscan.chain.endpoint.Ability;
import org.sumscan.chain.endpoint.Answers;
import org.sumscan.chain.endpoint.Endpoint;
import org.sumscan.chain.endpoint.JsonAnswer;
import org.sumscan.chain.endpoint.JsonRpc;
import org.sumscan.chain.endpoint.LogFields;
import org.sumscan.chain.endpoint.NodeErrors;
import org.sumscan.kernel.BlockRef;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.Hex;
import org.web3j.protocol.core.Response;
import tools.jackson.databind.JsonNode;

/** Simulates transactions at one endpoint: in one block where it can, else each by itself. */
public final class Simulator {

  private static final Pattern NO_SUCH_METHOD =
      Pattern.compile(
          "(method|simulat).{0,60}(not|un)\\s?-?(support|avail|exist|found|allow|known)");

  private final Endpoint endpoint;
  private final BlockRef base;
  private final long time;

  /** On the state of a block, as if the next one were made at a time in seconds since 1970. */
  public Simulator(Endpoint endpoint, BlockRef base, long time) {
    this.endpoint = endpoint;
    this.base = base;
    this.time = time;
  }

  /** Simulates them in order. */
  public Simulation of(List<SimulatedCall> calls) {
    if (endpoint.mayHave(Ability.SIMULATION)) {
      JsonAnswer answer = endpoint.rpc().exchange("eth_simulateV1", simulation(calls));
      if (!answer.hasError()) return new Simulation(true, read(answer.getResult(), calls.size()));
      if (!lacksMethod(answer.getError())) throw endpoint.rpc().error(answer);
      endpoint.lacks(Ability.SIMULATION);
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
    return JsonRpc.parameters(Map.of("blockStateCalls", List.of(block)), base());
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
    List<SimulationResult.SimulatedLog> logs = new ArrayList<>();
    for (JsonNode node : call.path("logs")) {
      LogFields log = LogFields.of(node);
      logs.add(new SimulationResult.SimulatedLog(log.emitter(), log.topics(), log.data()));
    }
    return new SimulationResult(
        Answers.quantity(call, "status") == 1,
        output,
        OptionalLong.of(Answers.quantity(call, "gasUsed")),
        List.copyOf(logs));
  }

  private SimulationResult alone(SimulatedCall call) {
    Map<String, Object> transaction = transaction(call);
    JsonAnswer answer = callAlone(transaction);
    if (answer.hasError()) {
      Response.Error error = answer.getError();
      String message = String.valueOf(error.getMessage());
      if (!NodeErrors.saysReverted(error.getCode(), message)) throw endpoint.rpc().error(answer);
      byte[] data = Answers.revertData(error.getData());
      return new SimulationResult(false, data, OptionalLong.empty(), null);
    }
    byte[] output = endpoint.rpc().read("eth_call", result -> Hex.bytes(result.asString()), answer);
    if (output == null) throw new NodeFault(Kind.MALFORMED, endpoint.host(), "eth_call: nothing");
    return new SimulationResult(true, output, gasAlone(transaction), null);
  }

  /** With the block's time where the endpoint takes it, else with that of its newest block. */
  private JsonAnswer callAlone(Map<String, Object> transaction) {
    if (endpoint.mayHave(Ability.BLOCK_OVERRIDES)) {
      List<Object> all =
          JsonRpc.parameters(
              transaction, base(), Map.of(), Map.of("time", Answers.quantityText(time)));
      JsonAnswer answer = endpoint.rpc().exchange("eth_call", all);
      if (!answer.hasError() || answer.getError().getCode() != -32602) return answer;
      endpoint.lacks(Ability.BLOCK_OVERRIDES);
    }
    return endpoint.rpc().exchange("eth_call", JsonRpc.parameters(transaction, base()));
  }

  private OptionalLong gasAlone(Map<String, Object> transaction) {
    JsonAnswer answer = endpoint.rpc().exchange("eth_estimateGas", List.of(transaction));
    if (answer.hasError()) return OptionalLong.empty();
    Long gas =
        endpoint
            .rpc()
            .read("eth_estimateGas", result -> Answers.quantity(result.asString()), answer);
    return gas == null ? OptionalLong.empty() : OptionalLong.of(gas);
  }

  private static boolean lacksMethod(Response.Error error) {
    String words = String.valueOf(error.getMessage()).toLowerCase(Locale.ROOT);
    return error.getCode() == -32601
        || error.getCode() == -32004
        || NO_SUCH_METHOD.matcher(words).find();
  }
}
