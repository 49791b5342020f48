package org.sumscan.chain.config;

import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ChainId;

/**
 * The settings {@code sumscan.chains}: which chains to follow.
 *
 * @param chains none by default
 */
@ConfigurationProperties("sumscan")
public record ChainsProperties(@DefaultValue List<Chain> chains) implements ConfiguredChains {

  /** Whether any chain is configured, so that nothing needs to be started in its place. */
  public boolean isEmpty() {
    return chains.isEmpty();
  }

  @Override
  public List<ConfiguredChain> configured() {
    return chains.stream().map(Chain::configured).toList();
  }

  /**
   * One chain's settings.
   *
   * @param name what pages call it; the first endpoint's host by default
   * @param rpcUrls JSON-RPC addresses
   * @param chainId the id that the nodes must answer, if given
   * @param startBlock the first block to index
   * @param finalityDepth blocks below the head that may still change, where nodes do not tell
   * @param models addresses of trainers to list at the start
   * @param publicRpcUrl a node that anyone may use, which visitors' wallets are offered
   * @param explorerUrl the address of a block explorer, for links
   */
  public record Chain(
      @Nullable String name,
      @DefaultValue List<URI> rpcUrls,
      @Nullable Long chainId,
      @DefaultValue("0") long startBlock,
      @DefaultValue("64") int finalityDepth,
      @DefaultValue List<String> models,
      @Nullable URI publicRpcUrl,
      @Nullable URI explorerUrl) {

    ConfiguredChain configured() {
      return new ConfiguredChain(
          name == null ? rpcUrls.stream().map(URI::getHost).findFirst().orElse("chain") : name,
          rpcUrls,
          chainId == null ? null : new ChainId(chainId),
          startBlock,
          finalityDepth,
          models.stream().map(Address::of).toList(),
          false,
          new PublicSide(publicRpcUrl, explorerUrl));
    }
  }
}
