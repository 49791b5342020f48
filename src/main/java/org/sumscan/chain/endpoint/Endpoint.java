package org.sumscan.chain.endpoint;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.sumscan.chain.NodeFault;
import org.sumscan.chain.NodeFault.Kind;
import org.sumscan.kernel.BlockHeader;
import org.sumscan.kernel.ChainId;

/** One address of a node: JSON-RPC over its transport, and what has been learnt about it. */
public final class Endpoint {

  /** So often in a row a node must refuse a tag, and be well otherwise, to count as without it. */
  private static final int REFUSALS = 3;

  private final String host;
  private final JsonRpc rpc;
  private final EndpointHealth health;
  private final AdaptiveRange range = new AdaptiveRange();
  private final Set<Ability> lacking = ConcurrentHashMap.newKeySet();
  private final Set<Ability> shown = ConcurrentHashMap.newKeySet();
  private final AtomicLong answers = new AtomicLong();
  private volatile boolean verified;
  private volatile long shownHead = -1;
  private volatile boolean shownFinal;

  /** Reached by that transport; by that clock it rests after a fault. */
  public Endpoint(Transport transport, InstantSource clock) {
    this.host = transport.host();
    this.rpc = new JsonRpc(transport);
    this.health = new EndpointHealth(clock);
  }

  /** Host and port: all that may be shown of it. */
  public String host() {
    return host;
  }

  /** The way to ask it. */
  public JsonRpc rpc() {
    return rpc;
  }

  /** How it has behaved of late. */
  public EndpointHealth health() {
    return health;
  }

  /** How many blocks' logs it answers at once. */
  public AdaptiveRange range() {
    return range;
  }

  /** Whether it has not shown yet that it lacks that. */
  public boolean mayHave(Ability ability) {
    return !lacking.contains(ability);
  }

  /** Whether it has shown that it can do that, and never that it lacks it. */
  public boolean has(Ability ability) {
    return shown.contains(ability) && !lacking.contains(ability);
  }

  /** It has shown that it can do that. */
  public void shows(Ability ability) {
    shown.add(ability);
  }

  /** It has shown that it lacks that, for good: what it shows afterwards changes nothing. */
  public void lacks(Ability ability) {
    lacking.add(ability);
  }

  /** How many answers about ranges there were before this one. */
  public long nextAnswer() {
    return answers.getAndIncrement();
  }

  /** The id of the chain that it answers for. */
  public ChainId chainId() {
    return new ChainId(
        rpc.require("eth_chainId", result -> Answers.quantity(result.asString()), List.of()));
  }

  /** Fails unless the endpoint answers for that chain; asked once only. */
  public void verify(ChainId expected) {
    if (verified) return;
    ChainId actual = chainId();
    if (!actual.equals(expected)) {
      throw new NodeFault(
          Kind.MALFORMED, host, "answers chain id " + actual + " instead of " + expected);
    }
    verified = true;
  }

  /** Its newest block. */
  public BlockHeader head() {
    BlockHeader head = tagged("latest");
    shownHead = Math.max(shownHead, head.number());
    return head;
  }

  /** The newest final block by its tag; null where the node does not know the tag or has none. */
  public @Nullable BlockHeader finalizedByTag() {
    for (int refusals = 1; mayHave(Ability.FINALIZED_TAG); refusals++) {
      try {
        BlockHeader tagged = tagged("finalized");
        shownFinal = true;
        return tagged;
      } catch (NodeFault fault) {
        if (shownFinal) throw fault;
        // A chain whose blocks are made by a few has none, and a young one has none yet.
        if (fault.kind() == Kind.BEHIND_HEAD) return null;
        if (fault.kind() != Kind.TRANSIENT && fault.kind() != Kind.UNSUPPORTED) throw fault;
        head();
        boolean tryAgain = fault.kind() == Kind.TRANSIENT && refusals < REFUSALS;
        if (!tryAgain) lacks(Ability.FINALIZED_TAG);
      }
    }
    return null;
  }

  private BlockHeader tagged(String tag) {
    return rpc.require("eth_getBlockByNumber", Answers::header, List.of(tag, false));
  }

  /** The block at a height, which must be there. */
  public BlockHeader header(long number) {
    return rpc.require(
        "eth_getBlockByNumber",
        Answers::header,
        JsonRpc.parameters(Answers.quantityText(number), false));
  }

  /** Fails unless the endpoint has shown a head at least that high. */
  public void requireHead(long number) {
    if (shownHead < number && head().number() < number) {
      throw new NodeFault(Kind.BEHIND_HEAD, host, "does not have block " + number + " yet");
    }
  }
}
