package org.sumscan.chain.config;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ChainId;

/**
 * A chain to follow, as someone set it up.
 *
 * @param name what pages call it
 * @param endpoints one or more JSON-RPC addresses, each http or https; they may hold secrets
 * @param expectedId the id that its nodes must answer, where it is known beforehand
 * @param startBlock the first block to index
 * @param finalityDepth how many blocks below the head are taken as final where a node does not know
 *     the {@code finalized} tag
 * @param models trainers to list from the start
 * @param embedded whether its only node is ours, so that blocks which it has lost are gone
 * @param publicSide what anyone may know of it
 */
public record ConfiguredChain(
    String name,
    List<URI> endpoints,
    @Nullable ChainId expectedId,
    long startBlock,
    int finalityDepth,
    List<Address> models,
    boolean embedded,
    PublicSide publicSide) {

  /** A depth that suits most public chains. */
  public static final int USUAL_FINALITY_DEPTH = 64;

  /**
   * @throws IllegalArgumentException for a chain without a name or an endpoint, for an endpoint
   *     that is not http or https, and for a negative number
   */
  public ConfiguredChain {
    if (name.isBlank()) throw new IllegalArgumentException("a chain needs a name");
    if (endpoints.isEmpty()) {
      throw new IllegalArgumentException("chain " + name + " needs at least one RPC URL");
    }
    for (URI endpoint : endpoints) requireHttp(name, endpoint);
    if (startBlock < 0 || finalityDepth < 0) {
      throw new IllegalArgumentException(
          "chain " + name + ": start block and finality depth must not be negative");
    }
    endpoints = List.copyOf(endpoints);
    models = List.copyOf(models);
  }

  /** A chain of which nothing is told but its name. */
  public ConfiguredChain(
      String name,
      List<URI> endpoints,
      @Nullable ChainId expectedId,
      long startBlock,
      int finalityDepth,
      List<Address> models,
      boolean embedded) {
    this(name, endpoints, expectedId, startBlock, finalityDepth, models, embedded, PublicSide.NONE);
  }

  /** A chain with one node of ours, indexed from its first block. */
  public static ConfiguredChain embedded(String name, URI endpoint) {
    return new ConfiguredChain(
        name,
        List.of(endpoint),
        null,
        0,
        USUAL_FINALITY_DEPTH,
        List.of(),
        true,
        new PublicSide(URI.create("http://localhost:" + endpoint.getPort()), null));
  }

  private static void requireHttp(String name, URI endpoint) {
    boolean http = "http".equals(endpoint.getScheme()) || "https".equals(endpoint.getScheme());
    if (!http || endpoint.getHost() == null) {
      throw new IllegalArgumentException("chain " + name + ": an RPC URL must be http or https");
    }
  }

  /** The name and the endpoints' hosts: no secret that an endpoint's path may hold. */
  @Override
  public String toString() {
    return name + " at " + endpoints.stream().map(URI::getHost).toList();
  }
}
