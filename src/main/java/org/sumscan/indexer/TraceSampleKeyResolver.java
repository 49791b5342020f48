package org.sumscan.indexer;

import java.util.List;
import java.util.Optional;
import org.sumscan.chain.ChainNode;
import org.sumscan.chain.TracedCall;
import org.sumscan.kernel.Hash32;
import org.sumscan.ledger.claims.ClaimLinks;

/**
 * The calls that reached the trainer while the transaction ran, whoever made them: as many as there
 * are claims, in the same order, each of the same kind and by the same account.
 */
final class TraceSampleKeyResolver implements SampleKeyResolver {

  private final ChainNode node;
  private final ClaimLinks links;

  TraceSampleKeyResolver(ChainNode node, ClaimLinks links) {
    this.node = node;
    this.links = links;
  }

  @Override
  public ClaimLinks.LinkMethod way() {
    return ClaimLinks.LinkMethod.TRACE;
  }

  @Override
  public Optional<Hash32> key(ClaimLinks.Pending claim) {
    List<ClaimLinks.Announced> announced = links.ofTransaction(claim);
    List<TracedCall> calls =
        node.trace(claim.transaction()).stream()
            .filter(call -> call.to().equals(claim.trainer()) && ClaimCalls.isClaim(call.input()))
            .toList();
    if (calls.size() != announced.size()) return Optional.empty();
    Optional<Hash32> found = Optional.empty();
    for (int i = 0; i < calls.size(); i++) {
      ClaimLinks.Announced said = announced.get(i);
      TracedCall call = calls.get(i);
      Optional<Hash32> key = ClaimCalls.key(call.input(), said.kind(), call.from());
      if (key.isEmpty() || !call.from().equals(said.claimant())) return Optional.empty();
      if (said.index() == claim.position().index()) found = key;
    }
    return found;
  }
}
