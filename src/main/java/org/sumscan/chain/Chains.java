package org.sumscan.chain;

import java.net.URI;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sumscan.kernel.ChainId;

/** The chains that are followed: those configured, and those added while running. */
@Component
public class Chains {

  private final List<ConfiguredChains> sources;
  private final InstantSource clock;
  private final ConcurrentSkipListMap<ChainId, ChainNode> nodes = new ConcurrentSkipListMap<>();

  /** Takes its chains from those sources. */
  public Chains(List<ConfiguredChains> sources, InstantSource clock) {
    this.sources = sources;
    this.clock = clock;
  }

  /**
   * Connects every configured chain that is not connected yet.
   *
   * @throws NodeUnreachable if no endpoint of a chain answers
   * @throws WrongChain if an endpoint answers for another chain
   */
  public void connectConfigured() {
    for (ConfiguredChains source : sources) source.configured().forEach(this::add);
  }

  /**
   * Connects a chain and follows it from now on; one that is followed already is left as it is.
   *
   * @throws NodeUnreachable if no endpoint answers
   * @throws WrongChain if an endpoint answers for another chain
   */
  public ChainNode add(ConfiguredChain chain) {
    List<Endpoint> endpoints =
        chain.endpoints().stream().map(url -> new Endpoint(url, clock)).toList();
    ChainId id = chain.expectedId();
    boolean reached = false;
    for (Endpoint endpoint : endpoints) {
      ChainId answered = ask(endpoint);
      if (answered == null) continue;
      reached = true;
      if (id == null) id = answered;
      else if (!id.equals(answered)) throw wrong(chain, endpoint, answered, id);
    }
    if (!reached || id == null) throw unreachable(chain);
    ChainNode node = new RpcChainNode(id, chain, endpoints);
    ChainNode earlier = nodes.putIfAbsent(id, node);
    return earlier == null ? node : earlier;
  }

  private static @Nullable ChainId ask(Endpoint endpoint) {
    try {
      return endpoint.chainId();
    } catch (NodeFault fault) {
      return null;
    }
  }

  private static WrongChain wrong(
      ConfiguredChain chain, Endpoint endpoint, ChainId answered, ChainId expected) {
    String whose = chain.expectedId() == null ? "another of its endpoints" : "its settings";
    return new WrongChain(
        "Chain '%s': the node at %s answers chain id %s, but %s say %s. Correct rpc-urls or chain-id."
            .formatted(chain.name(), endpoint.host(), answered, whose, expected));
  }

  private static NodeUnreachable unreachable(ConfiguredChain chain) {
    String hosts =
        chain.endpoints().stream()
            .map(URI::getAuthority)
            .map(Chains::withoutUser)
            .collect(Collectors.joining(", "));
    return new NodeUnreachable(
        "Chain '%s': no node answers JSON-RPC at %s. Start it, or correct rpc-urls."
            .formatted(chain.name(), hosts));
  }

  private static String withoutUser(String authority) {
    return authority.substring(authority.lastIndexOf('@') + 1);
  }

  /** The chains that are connected, by id. */
  public Collection<ChainNode> all() {
    return List.copyOf(nodes.values());
  }

  /** A connected chain's nodes. */
  public Optional<ChainNode> node(ChainId id) {
    return Optional.ofNullable(nodes.get(id));
  }
}
