package org.sumscan.chain.node;

import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sumscan.chain.ChainNode;
import org.sumscan.chain.NodeConnector;
import org.sumscan.chain.NodeFault;
import org.sumscan.chain.NodeUnreachable;
import org.sumscan.chain.WrongChain;
import org.sumscan.chain.config.ConfiguredChain;
import org.sumscan.chain.endpoint.Endpoint;
import org.sumscan.chain.endpoint.NodeHttp;
import org.sumscan.kernel.ChainId;

/**
 * Connects chains by JSON-RPC over HTTP. For an endpoint of another kind, such as a websocket, only
 * its {@link org.sumscan.chain.endpoint.Transport} is another.
 */
@Component
public final class RpcConnector implements NodeConnector {

  private final InstantSource clock;

  /** By that clock endpoints rest after a fault. */
  public RpcConnector(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public ChainNode connect(ConfiguredChain chain) {
    List<Endpoint> endpoints =
        chain.endpoints().stream().map(url -> new Endpoint(new NodeHttp(url), clock)).toList();
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
    return new RpcChainNode(id, chain, new Endpoints(id, endpoints));
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
            .map(RpcConnector::withoutUser)
            .collect(Collectors.joining(", "));
    return new NodeUnreachable(
        "Chain '%s': no node answers JSON-RPC at %s. Start it, or correct rpc-urls."
            .formatted(chain.name(), hosts));
  }

  private static String withoutUser(String authority) {
    return authority.substring(authority.lastIndexOf('@') + 1);
  }
}
