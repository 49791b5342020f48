package org.sumscan.chain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sumscan.chain.NodeFault.Kind;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.BlockHeader;
import org.sumscan.kernel.BlockRange;
import org.sumscan.kernel.BlockRef;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.Hex;
import org.sumscan.kernel.Wei;
import org.web3j.protocol.core.Response;

/** The nodes of a chain behind their endpoints: tries those that are well first. */
final class RpcChainNode implements ChainNode {

  private static final Comparator<Endpoint> WELL_FIRST =
      Comparator.comparing(Endpoint::rests).thenComparing(Endpoint::failures);

  private final ChainId id;
  private final ConfiguredChain configuration;
  private final List<Endpoint> endpoints;

  RpcChainNode(ChainId id, ConfiguredChain configuration, List<Endpoint> endpoints) {
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

  /** Also finds out whether endpoints that have fallen silent are back. */
  @Override
  public BlockHeader head() {
    return any(Endpoint::head, endpoints);
  }

  @Override
  public BlockHeader finalized() {
    return any(
        endpoint -> {
          BlockHeader tagged = endpoint.finalizedByTag();
          if (tagged != null) return tagged;
          long depth = configuration.finalityDepth();
          long number = Math.max(0, endpoint.head().number() - depth);
          return endpoint.require("eth_getBlockByNumber", Answers::header, byNumber(number));
        });
  }

  @Override
  public Optional<BlockHeader> block(long number) {
    return any(
        endpoint ->
            Optional.ofNullable(
                endpoint.ask("eth_getBlockByNumber", Answers::header, byNumber(number))));
  }

  @Override
  public Optional<BlockHeader> block(Hash32 hash) {
    return Optional.ofNullable(blocks(List.of(hash)).get(hash));
  }

  @Override
  public Map<Hash32, BlockHeader> blocks(Collection<Hash32> hashes) {
    Map<Hash32, BlockHeader> headers =
        anyAll("eth_getBlockByHash", Answers::header, hashes, RpcChainNode::byHash);
    headers.values().removeIf(header -> !headers.containsKey(header.hash()));
    return headers;
  }

  private static List<Object> byHash(Hash32 hash) {
    return Endpoint.parameters(hash.toString(), false);
  }

  private static List<Object> byNumber(long number) {
    return Endpoint.parameters(Answers.quantityText(number), false);
  }

  @Override
  public List<BlockHeader> headers(BlockRange range) {
    List<Long> numbers = new ArrayList<>();
    for (long number = range.from(); number <= range.to(); number++) numbers.add(number);
    Map<Long, BlockHeader> found =
        new TreeMap<>(
            anyAll("eth_getBlockByNumber", Answers::header, numbers, RpcChainNode::byNumber));
    List<BlockHeader> run = new ArrayList<>();
    for (BlockHeader header : found.values()) {
      if (header.number() != range.from() + run.size()) break;
      run.add(header);
    }
    return run;
  }

  @Override
  public LogAnswer logs(BlockRange range) {
    EmptyAnswerCrossCheck second = new EmptyAnswerCrossCheck(id, endpoints);
    return any(endpoint -> second.on(endpoint, LogFetch.ofRange(endpoint, range, List.of())));
  }

  @Override
  public long blocksAtOnce() {
    return endpoints.stream().mapToLong(endpoint -> endpoint.range().blocks()).max().orElse(1);
  }

  @Override
  public LogAnswer logs(BlockRange range, Collection<Address> emitters) {
    if (emitters.isEmpty()) throw new IllegalArgumentException("logs of no emitter");
    return any(endpoint -> LogFetch.ofRange(endpoint, range, emitters));
  }

  @Override
  public LogAnswer logs(List<BlockRef> blocks) {
    return any(endpoint -> LogFetch.ofBlocks(endpoint, blocks));
  }

  @Override
  public Optional<ChainTransaction> transaction(Hash32 hash) {
    return Optional.ofNullable(transactions(List.of(hash)).get(hash));
  }

  @Override
  public Map<Hash32, ChainTransaction> transactions(Collection<Hash32> hashes) {
    Map<Hash32, ChainTransaction> found =
        anyAll(
            "eth_getTransactionByHash",
            Answers::transaction,
            hashes,
            hash -> Endpoint.parameters(hash.toString()));
    found.entrySet().removeIf(entry -> !entry.getKey().equals(entry.getValue().hash()));
    return found;
  }

  @Override
  public Optional<List<ChainTransaction>> transactionsOf(BlockRef block) {
    List<Object> parameters = Endpoint.parameters(block.hash().toString(), true);
    return any(
        endpoint ->
            Optional.ofNullable(
                endpoint.ask("eth_getBlockByHash", Answers::transactions, parameters)));
  }

  @Override
  public Map<Hash32, Receipt> receipts(Collection<Hash32> transactions) {
    return anyAll(
        "eth_getTransactionReceipt",
        Answers::receipt,
        transactions,
        hash -> Endpoint.parameters(hash.toString()));
  }

  @Override
  public Optional<TransactionOutcome> outcome(Hash32 transaction) {
    List<Object> parameters = Endpoint.parameters(transaction.toString());
    return any(
        endpoint ->
            Optional.ofNullable(
                endpoint.ask("eth_getTransactionReceipt", Answers::outcome, parameters)));
  }

  @Override
  public long nonce(Address account, @Nullable BlockRef at) {
    return any(
        endpoint ->
            endpoint.require(
                "eth_getTransactionCount",
                result -> Answers.quantity(result.asString()),
                List.of(account.lowerCase(), block(at))));
  }

  @Override
  public byte[] code(Address address, @Nullable BlockRef at) {
    return any(
        endpoint ->
            endpoint.require(
                "eth_getCode",
                result -> Hex.bytes(result.asString()),
                List.of(address.lowerCase(), block(at))));
  }

  @Override
  public Wei balance(Address account, BlockRef at) {
    return any(
        endpoint ->
            endpoint.require(
                "eth_getBalance",
                result -> Answers.wei(result.asString()),
                List.of(account.lowerCase(), block(at))));
  }

  @Override
  public BoundedCallResult probe(BoundedCall question, BlockRef at) {
    return any(endpoint -> new BoundedCaller(endpoint).of(question, at));
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
    return any(endpoint -> call(endpoint, List.of(question, block(at))));
  }

  @Override
  public CallResult callWithin(Address contract, byte[] input, long gas, @Nullable BlockRef at) {
    Map<String, String> question = question(Address.ZERO, contract, input);
    question.put("gas", Answers.quantityText(gas));
    return any(endpoint -> call(endpoint, List.of(question, block(at))));
  }

  @Override
  public List<CallResult> calls(List<ContractCall> calls, BlockRef at) {
    Map<Integer, List<Object>> questions = new TreeMap<>();
    for (ContractCall call : calls) {
      Map<String, String> question = question(Address.ZERO, call.contract(), call.input());
      questions.put(questions.size(), List.of(question, block(at)));
    }
    Map<Integer, CallResult> results =
        any(endpoint -> endpoint.exchangeAll("eth_call", RpcChainNode::result, questions));
    return List.copyOf(new TreeMap<>(results).values());
  }

  @Override
  public List<TracedCall> trace(Hash32 transaction) {
    List<Object> parameters = List.of(transaction.toString(), Map.of("tracer", "callTracer"));
    return any(
        endpoint -> endpoint.require("debug_traceTransaction", Answers::tracedCalls, parameters));
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
    return result(endpoint, endpoint.exchange("eth_call", parameters));
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
    String message = String.valueOf(error.getMessage());
    if (!NodeErrors.saysReverted(error.getCode(), message)) {
      throw NodeErrors.of(endpoint.host(), error.getCode(), message);
    }
    return new CallResult.Reverted(revertData(error.getData()));
  }

  static byte[] revertData(@Nullable String data) {
    if (data == null) return new byte[0];
    String text = data.replace("\"", "");
    try {
      return text.startsWith("0x") ? Hex.bytes(text) : new byte[0];
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }

  @Override
  public Hash32 storageAt(Address contract, Hash32 slot, @Nullable BlockRef at) {
    return any(
        endpoint ->
            endpoint.require(
                "eth_getStorageAt",
                result -> Hash32.of(result.asString()),
                List.of(contract.lowerCase(), slot.toString(), block(at))));
  }

  @Override
  public StorageProof storageRoot(Address contract, Collection<Hash32> slots, BlockRef at) {
    List<String> keys = slots.stream().map(Hash32::toString).toList();
    List<Object> parameters = List.of(contract.lowerCase(), keys, block(at));
    return any(endpoint -> endpoint.require("eth_getProof", StorageProof::of, parameters));
  }

  @Override
  public Simulation tryOut(List<SimulatedCall> calls, BlockRef base, long time) {
    return any(endpoint -> new Simulator(endpoint, base, time).of(calls));
  }

  @Override
  public Wei gasPrice() {
    return any(
        endpoint ->
            endpoint.require("eth_gasPrice", result -> Answers.wei(result.asString()), List.of()));
  }

  @Override
  public long blockGasLimit() {
    return any(
        endpoint ->
            endpoint.require(
                "eth_getBlockByNumber",
                block -> Answers.quantity(block, "gasLimit"),
                List.of("latest", false)));
  }

  @Override
  public Wei balance(Address account) {
    return any(
        endpoint ->
            endpoint.require(
                "eth_getBalance",
                result -> Answers.wei(result.asString()),
                List.of(account.lowerCase(), "latest")));
  }

  @Override
  public OptionalLong pendingTime() {
    return any(
        endpoint -> {
          String method = "eth_getBlockByNumber";
          JsonAnswer answer = endpoint.exchange(method, List.of("pending", false));
          if (answer.hasError()) return OptionalLong.empty();
          Long time = endpoint.read(method, block -> Answers.quantity(block, "timestamp"), answer);
          return time == null ? OptionalLong.empty() : OptionalLong.of(time);
        });
  }

  private static Object block(@Nullable BlockRef at) {
    return at == null ? "latest" : Map.of("blockHash", at.hash().toString());
  }

  private <K, T> Map<K, T> anyAll(
      String method,
      Function<tools.jackson.databind.JsonNode, T> reader,
      Collection<K> keys,
      Function<K, List<Object>> parameters) {
    if (keys.isEmpty()) return new java.util.HashMap<>();
    Map<K, List<Object>> questions = new LinkedHashMap<>();
    for (K key : keys) questions.put(key, parameters.apply(key));
    return any(endpoint -> endpoint.askAll(method, reader, questions));
  }

  /**
   * Puts a question to one endpoint after the other until one answers; those that have fallen
   * silent are left out, or every engine would wait for them, and with it its work on other chains.
   */
  private <T> T any(Function<Endpoint, T> question) {
    List<Endpoint> speaking = endpoints.stream().filter(Predicate.not(Endpoint::isSilent)).toList();
    if (speaking.isEmpty()) {
      String host = endpoints.getFirst().host();
      throw new NodeFault(Kind.TRANSIENT, host, "has not answered for a while");
    }
    return any(question, speaking);
  }

  private <T> T any(Function<Endpoint, T> question, List<Endpoint> asked) {
    NodeFault last = null;
    for (Endpoint endpoint : asked.stream().sorted(WELL_FIRST).toList()) {
      try {
        endpoint.verify(id);
        T answer = question.apply(endpoint);
        endpoint.succeeded();
        return answer;
      } catch (NodeFault fault) {
        if (!fault.isOfTheQuestion()) endpoint.failed(fault);
        if (last != null) fault.addSuppressed(last);
        last = fault;
      }
    }
    throw java.util.Objects.requireNonNull(last);
  }
}
