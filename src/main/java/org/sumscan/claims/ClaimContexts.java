package org.sumscan.claims;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.sumscan.chain.ChainNode;
import org.sumscan.chain.Chains;
import org.sumscan.chain.NodeFault;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.BlockHeader;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.LogRef;

/** Gathers what a verdict needs: from the index, and from the chain what that cannot know. */
@Component
class ClaimContexts {

  private final IndexedClaimReader replayed;
  private final Chains chains;

  ClaimContexts(IndexedClaimReader replayed, Chains chains) {
    this.replayed = replayed;
    this.chains = chains;
  }

  /**
   * The context of an account's claims on a sample; empty for a sample that is not indexed.
   *
   * @throws UnavailableException if something that is needed cannot be had now
   */
  Optional<ClaimContext> of(LogRef sample, Address account) {
    return replayed.of(sample, account).map(known -> completed(known, account));
  }

  /**
   * The nodes of a chain.
   *
   * @throws UnavailableException if it is not connected
   */
  ChainNode node(ChainId chain) {
    return chains
        .node(chain)
        .orElseThrow(() -> new UnavailableException("No node of this model's chain is connected."));
  }

  private ClaimContext completed(IndexedClaimReader.Known known, Address account) {
    HandlerSnapshot snapshot = known.snapshot();
    PredictedLabel opinion = known.opinion();
    AsOf asOf = known.asOf();
    try {
      if (asOf == null) asOf = head(known);
      if (snapshot == null) snapshot = onChain(known, asOf).snapshot(known.sample(), account);
      if (opinion == null) opinion = onChain(known, asOf).opinion(known.sample().features());
    } catch (NodeFault fault) {
      throw new UnavailableException(
          "The index does not know enough to judge this, and the chain's node does not answer"
              + " for the block that it has come to.");
    }
    return new ClaimContext(known.model(), known.sample(), account, asOf, snapshot, opinion);
  }

  private AsOf head(IndexedClaimReader.Known known) {
    BlockHeader head = node(known.model().id().chain()).head();
    return new AsOf(head.block(), head.time());
  }

  private OnChainReader onChain(IndexedClaimReader.Known known, AsOf asOf) {
    return new OnChainReader(node(known.model().id().chain()), known.model(), asOf.block());
  }
}
