package org.sumscan.chain;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import org.springframework.stereotype.Component;
import org.sumscan.chain.config.ConfiguredChain;
import org.sumscan.chain.config.ConfiguredChains;
import org.sumscan.kernel.ChainId;

/** The chains that are followed: those configured, and those added while running. */
@Component
public class Chains {

  private final List<ConfiguredChains> sources;
  private final NodeConnector connector;
  private final ConcurrentSkipListMap<ChainId, ChainNode> nodes = new ConcurrentSkipListMap<>();

  /** Takes its chains from those sources, and has them connected. */
  public Chains(List<ConfiguredChains> sources, NodeConnector connector) {
    this.sources = sources;
    this.connector = connector;
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
    ChainNode node = connector.connect(chain);
    ChainNode earlier = nodes.putIfAbsent(node.id(), node);
    return earlier == null ? node : earlier;
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
