package org.sumscan.chain.node;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.sumscan.chain.BoundedCall;
import org.sumscan.chain.BoundedCallResult;
import org.sumscan.chain.CallResult;
import org.sumscan.chain.ChainNode;
import org.sumscan.chain.ChainTransaction;
import org.sumscan.chain.ContractCall;
import org.sumscan.chain.LogAnswer;
import org.sumscan.chain.NodeFault;
import org.sumscan.chain.NodeFault.Kind;
import org.sumscan.chain.Receipt;
import org.sumscan.chain.SimulatedCall;
import org.sumscan.chain.Simulation;
import org.sumscan.chain.StorageProof;
import org.sumscan.chain.TracedCall;
import org.sumscan.chain.TransactionOutcome;
import org.sumscan.chain.config.ConfiguredChain;
import org.sumscan.chain.endpoint.Answers;
import org.sumscan.chain.endpoint.Endpoint;
import org.sumscan.chain.endpoint.JsonAnswer;
import org.sumscan.chain.endpoint.JsonRpc;
import org.sumscan.chain.endpoint.NodeErrors;
import org.sumscan.chain.logs.EmptyAnswerCrossCheck;
import org.sumscan.chain.logs.LogFetch;
import org.sumscan.chain.logs.ProvenLogs;
import org.sumscan.chain.simulation.Simulator;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.BlockHeader;
import org.sumscan.kernel.BlockRange;
import org.sumscan.kernel.BlockRef;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.Hex;
import org.sumscan.kernel.Wei;
import org.web3j.protocol.core.Response;

/** The nodes of a chain, asked by JSON-RPC. */
final class RpcChainNode implements ChainNode {

  private final ChainId id;
  private final ConfiguredChain configuration;
  private final Endpoints endpoints;

  RpcChainNode(ChainId id, ConfiguredChain configuration, Endpoints endpoints) {
    this.id = id;
    this.configuration = configuration;
    this.endpoints = endpoints;
  }

  @Override
  public ChainId id() {
    return id;
  }

  @Override
  public ConfiguredChain configuration() {
    return configuration;
  }

  /** Also finds out whether endpoints that had timed out answer again. */
  @Override
  public BlockHeader head() {
    return endpoints.askAny(Endpoint::head);
  }

  @Override
  public BlockHeader finalized() {
    return endpoints.ask(
        endpoint -> {
          BlockHeader tagged = endpoint.finalizedByTag();
          if (tagged != null) return tagged;
          long depth = configuration.finalityDepth();
          long number = Math.max(0, endpoint.head().number() - depth);
          return endpoint.header(number);
        });
  }

  @Override
  public Optional<BlockHeader> block(long number) {
    return endpoints.ask(
        endpoint ->
            Optional.ofNullable(
                endpoint.rpc().ask("eth_getBlockByNumber", Answers::header, byNumber(number))));
  }

  @Override
  public Optional<BlockHeader> block(Hash32 hash) {
    return Optional.ofNullable(blocks(List.of(hash)).get(hash));
  }

  @Override
  public Map<Hash32, BlockHeader> blocks(Collection<Hash32> hashes) {
    Map<Hash32, BlockHeader> headers =
        endpoints.askAbout(hashes, "eth_getBlockByHash", RpcChainNode::byHash, Answers::header);
    headers.values().removeIf(header -> !headers.containsKey(header.hash()));
    return headers;
  }

  private static List<Object> byHash(Hash32 hash) {
    return JsonRpc.parameters(hash.toString(), false);
  }

  private static List<Object> byNumber(long number) {
    return JsonRpc.parameters(Answers.quantityText(number), false);
  }

  @Override
  public List<BlockHeader> headers(BlockRange range) {
    List<Long> numbers = new ArrayList<>();
    for (long number = range.from(); number <= range.to(); number++) numbers.add(number);
    Map<Long, BlockHeader> found =
        new TreeMap<>(
            endpoints.askAbout(
                numbers, "eth_getBlockByNumber", RpcChainNode::byNumber, Answers::header));
    List<BlockHeader> run = new ArrayList<>();
    for (BlockHeader header : found.values()) {
      if (header.number() != range.from() + run.size()) break;
      run.add(header);
    }
    return run;
  }

  @Override
  public LogAnswer logs(BlockRange range) {
    EmptyAnswerCrossCheck second = new EmptyAnswerCrossCheck(id, endpoints.all());
    return endpoints.ask(
        endpoint -> second.on(endpoint, LogFetch.ofRange(endpoint, range, List.of())));
  }

  @Override
  public long blocksAtOnce() {
    return endpoints.all().stream()
        .mapToLong(endpoint -> endpoint.range().blocks())
        .max()
        .orElse(1);
  }

  @Override
  public LogAnswer logs(BlockRange range, Collection<Address> emitters) {
    if (emitters.isEmpty()) throw new IllegalArgumentException("logs of no emitter");
    return endpoints.ask(endpoint -> LogFetch.ofRange(endpoint, range, emitters));
  }

  @Override
  public List<Evidence> evidence(List<Long> numbers) {
    return endpoints.ask(endpoint -> ProvenLogs.of(id, endpoint, endpoints.all(), numbers));
  }

  @Override
  public void distrust(String hosts) {
    endpoints.distrust(hosts);
  }

  @Override
  public LogAnswer logs(List<BlockRef> blocks) {
    return endpoints.ask(endpoint -> LogFetch.ofBlocks(endpoint, blocks));
  }

  @Override
  public Optional<ChainTransaction> transaction(Hash32 hash) {
    return Optional.ofNullable(transactions(List.of(hash)).get(hash));
  }

  @Override
  public Map<Hash32, ChainTransaction> transactions(Collection<Hash32> hashes) {
    Map<Hash32, ChainTransaction> found =
        endpoints.askAbout(
            hashes,
            "eth_getTransactionByHash",
            hash -> JsonRpc.parameters(hash.toString()),
            Answers::transaction);
    found.entrySet().removeIf(entry -> !entry.getKey().equals(entry.getValue().hash()));
    return found;
  }

  @Override
  public Optional<List<ChainTransaction>> transactionsOf(BlockRef block) {
    List<Object> parameters = JsonRpc.parameters(block.hash().toString(), true);
    return endpoints.ask(
        endpoint ->
            Optional.ofNullable(
                endpoint.rpc().ask("eth_getBlockByHash", Answers::transactions, parameters)));
  }

  @Override
  public Map<Hash32, Receipt> receipts(Collection<Hash32> transactions) {
    return endpoints.askAbout(
        transactions,
        "eth_getTransactionReceipt",
        hash -> JsonRpc.parameters(hash.toString()),
        Answers::receipt);
  }

  @Override
  public Optional<TransactionOutcome> outcome(Hash32 transaction) {
    List<Object> parameters = JsonRpc.parameters(transaction.toString());
    return endpoints.ask(
        endpoint ->
            Optional.ofNullable(
                endpoint.rpc().ask("eth_getTransactionReceipt", Answers::outcome, parameters)));
  }

  @Override
  public long nonce(Address account, @Nullable BlockRef at) {
    return endpoints.ask(
        endpoint ->
            endpoint
                .rpc()
                .require(
                    "eth_getTransactionCount",
                    result -> Answers.quantity(result.asString()),
                    List.of(account.lowerCase(), block(at))));
  }

  @Override
  public byte[] code(Address address, @Nullable BlockRef at) {
    return endpoints.ask(
        endpoint ->
            endpoint
                .rpc()
                .require(
                    "eth_getCode",
                    result -> Hex.bytes(result.asString()),
                    List.of(address.lowerCase(), block(at))));
  }

  @Override
  public Wei balance(Address account, BlockRef at) {
    return endpoints.ask(
        endpoint ->
            endpoint
                .rpc()
                .require(
                    "eth_getBalance",
                    result -> Answers.wei(result.asString()),
                    List.of(account.lowerCase(), block(at))));
  }

  @Override
  public BoundedCallResult probe(BoundedCall question, BlockRef at) {
    return endpoints.ask(endpoint -> new BoundedCaller(endpoint).of(question, at));
  }

  @Override
  public CallResult call(Address contract, byte[] input, @Nullable BlockRef at) {
    return call(Address.ZERO, contract, input, Wei.ZERO, at);
  }

  @Override
  public CallResult call(
      Address from, Address contract, byte[] input, Wei value, @Nullable BlockRef at) {
    Map<String, String> question = question(from, contract, input);
    if (!value.isZero()) question.put("value", "0x" + value.amount().toString(16));
    return endpoints.ask(endpoint -> call(endpoint, List.of(question, block(at))));
  }

  @Override
  public CallResult callWithin(Address contract, byte[] input, long gas, @Nullable BlockRef at) {
    Map<String, String> question = question(Address.ZERO, contract, input);
    question.put("gas", Answers.quantityText(gas));
    return endpoints.ask(endpoint -> call(endpoint, List.of(question, block(at))));
  }

  @Override
  public List<CallResult> calls(List<ContractCall> calls, BlockRef at) {
    Map<Integer, List<Object>> questions = new TreeMap<>();
    for (ContractCall call : calls) {
      Map<String, String> question = question(Address.ZERO, call.contract(), call.input());
      questions.put(questions.size(), List.of(question, block(at)));
    }
    Map<Integer, CallResult> results =
        endpoints.ask(
            endpoint ->
                endpoint
                    .rpc()
                    .exchangeAll("eth_call", answer -> result(endpoint, answer), questions));
    return List.copyOf(new TreeMap<>(results).values());
  }

  @Override
  public List<TracedCall> trace(Hash32 transaction) {
    List<Object> parameters = List.of(transaction.toString(), Map.of("tracer", "callTracer"));
    return endpoints.ask(
        endpoint ->
            endpoint.rpc().require("debug_traceTransaction", Answers::tracedCalls, parameters));
  }

  /** What every {@code eth_call} says of its call. */
  static Map<String, String> question(Address from, Address contract, byte[] input) {
    Map<String, String> question = new LinkedHashMap<>();
    question.put("from", from.lowerCase());
    question.put("to", contract.lowerCase());
    question.put("data", Hex.text(input));
    return question;
  }

  private static CallResult call(Endpoint endpoint, List<Object> parameters) {
    return result(endpoint, endpoint.rpc().exchange("eth_call", parameters));
  }

  private static CallResult result(Endpoint endpoint, JsonAnswer answer) {
    if (!answer.hasError()) {
      try {
        return new CallResult.Returned(Hex.bytes(answer.getResult().asString()));
      } catch (RuntimeException e) {
        throw new NodeFault(Kind.MALFORMED, endpoint.host(), "eth_call answered no bytes", e);
      }
    }
    Response.Error error = answer.getError();
    if (!NodeErrors.saysReverted(error.getCode(), String.valueOf(error.getMessage()))) {
      throw endpoint.rpc().error(answer);
    }
    return new CallResult.Reverted(Answers.revertData(error.getData()));
  }

  @Override
  public Hash32 storageAt(Address contract, Hash32 slot, @Nullable BlockRef at) {
    return endpoints.ask(
        endpoint ->
            endpoint
                .rpc()
                .require(
                    "eth_getStorageAt",
                    result -> Hash32.of(result.asString()),
                    List.of(contract.lowerCase(), slot.toString(), block(at))));
  }

  @Override
  public StorageProof storageRoot(Address contract, Collection<Hash32> slots, BlockRef at) {
    List<String> keys = slots.stream().map(Hash32::toString).toList();
    List<Object> parameters = List.of(contract.lowerCase(), keys, block(at));
    return endpoints.ask(
        endpoint -> endpoint.rpc().require("eth_getProof", StorageProofReader::read, parameters));
  }

  @Override
  public Simulation tryOut(List<SimulatedCall> calls, BlockRef base, long time) {
    return endpoints.ask(endpoint -> new Simulator(endpoint, base, time).of(calls));
  }

  @Override
  public Wei gasPrice() {
    return endpoints.ask(
        endpoint ->
            endpoint
                .rpc()
                .require("eth_gasPrice", result -> Answers.wei(result.asString()), List.of()));
  }

  @Override
  public long blockGasLimit() {
    return endpoints.ask(
        endpoint ->
            endpoint
                .rpc()
                .require(
                    "eth_getBlockByNumber",
                    block -> Answers.quantity(block, "gasLimit"),
                    List.of("latest", false)));
  }

  @Override
  public Wei balance(Address account) {
    return endpoints.ask(
        endpoint ->
            endpoint
                .rpc()
                .require(
                    "eth_getBalance",
                    result -> Answers.wei(result.asString()),
                    List.of(account.lowerCase(), "latest")));
  }

  @Override
  public OptionalLong pendingTime() {
    return endpoints.ask(
        endpoint -> {
          String method = "eth_getBlockByNumber";
          JsonAnswer answer = endpoint.rpc().exchange(method, List.of("pending", false));
          if (answer.hasError()) return OptionalLong.empty();
          Long time =
              endpoint.rpc().read(method, block -> Answers.quantity(block, "timestamp"), answer);
          return time == null ? OptionalLong.empty() : OptionalLong.of(time);
        });
  }

  private static Object block(@Nullable BlockRef at) {
    return at == null ? "latest" : Map.of("blockHash", at.hash().toString());
  }
}
