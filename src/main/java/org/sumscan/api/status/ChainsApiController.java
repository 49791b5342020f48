package org.sumscan.api.status;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.sumscan.chain.ChainNode;
import org.sumscan.chain.Chains;
import org.sumscan.chain.config.PublicSide;
import org.sumscan.kernel.ChainId;
import org.sumscan.ledger.coverage.ChainState;
import org.sumscan.ledger.coverage.Coverage;

/** Says what a wallet needs to know of each chain, and whether it should sign anything there. */
@RestController
class ChainsApiController {

  private static final Currency ETHER = new Currency("Ether", "ETH", 18);

  private final Chains chains;
  private final Coverage coverage;

  ChainsApiController(Chains chains, Coverage coverage) {
    this.chains = chains;
    this.coverage = coverage;
  }

  /** One chain, what wallets are told and what is indexed written into one flat object. */
  record ChainBody(
      long chainId,
      String name,
      @JsonUnwrapped ForWallets wallets,
      @JsonUnwrapped Indexed indexed,
      Signing signing) {}

  /**
   * What a wallet may be told.
   *
   * @param publicRpcUrl a node that anyone may use; null where none is told
   * @param explorer the address of a block explorer; null where none is told
   */
  record ForWallets(@Nullable String publicRpcUrl, @Nullable String explorer, Currency currency) {}

  /**
   * How far the index is.
   *
   * @param headBlock the newest block that a node has shown; null before the first
   * @param indexedTo the last block up to which every block was read; null while there is none
   * @param recentBlock that block with its hash, by which a wallet's chain is told from another of
   *     the same id; null while there is none
   */
  record Indexed(
      @Nullable Long headBlock,
      @Nullable Long indexedTo,
      @Nullable RecentBlock recentBlock,
      long lagBlocks,
      long lagSeconds) {}

  /** A block that is on the chain. */
  record RecentBlock(long number, String hash) {}

  /** The chain's own money. */
  record Currency(String name, String symbol, int decimals) {}

  /**
   * Whether what is shown is fresh enough to sign by it.
   *
   * @param reason why not; null where it is
   */
  record Signing(boolean allowed, @Nullable String reason) {}

  @GetMapping("/api/v1/chains")
  List<ChainBody> chains() {
    return coverage.states().stream().map(this::body).toList();
  }

  private ChainBody body(ChainState state) {
    Optional<ChainNode> node = chains.node(state.chain());
    PublicSide open =
        node.map(connected -> connected.configuration().publicSide()).orElse(PublicSide.NONE);
    Optional<String> refusal =
        node.isEmpty()
            ? Optional.of("Sumscan does not follow this chain any more.")
            : state.refusesSigning();
    return new ChainBody(
        state.chain().value(),
        state.name(),
        new ForWallets(text(open.rpc()), text(open.explorer()), ETHER),
        new Indexed(
            state.head(),
            state.indexedTo(),
            recentBlock(state.chain()),
            state.lag(),
            state.lagSeconds()),
        new Signing(refusal.isEmpty(), refusal.orElse(null)));
  }

  private @Nullable RecentBlock recentBlock(ChainId chain) {
    return coverage
        .completeBlock(chain)
        .map(block -> new RecentBlock(block.number(), block.hash().toString()))
        .orElse(null);
  }

  private static @Nullable String text(@Nullable URI url) {
    return url == null ? null : url.toString();
  }
}
