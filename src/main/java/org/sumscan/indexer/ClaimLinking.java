package org.sumscan.indexer;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.sumscan.chain.ChainNode;
import org.sumscan.chain.ChainTransaction;
import org.sumscan.contracts.SampleKey;
import org.sumscan.contracts.TrainerCall;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.LogPosition;
import org.sumscan.ledger.Claim;
import org.sumscan.ledger.ClaimLinks;

/**
 * Finds the samples of claims that no event names, in the input of their transactions: only where
 * that can be about nothing else.
 */
final class ClaimLinking {

  private static final int AT_ONCE = 100;

  private final ChainNode node;
  private final ClaimLinks links;
  private LogPosition looked = LogPosition.START;

  ClaimLinking(ChainNode node, ClaimLinks links) {
    this.node = node;
    this.links = links;
  }

  /**
   * Looks at some claims.
   *
   * @return whether there may be more
   */
  boolean step() {
    List<ClaimLinks.Pending> pending = links.pending(node.id(), looked, AT_ONCE);
    if (pending.isEmpty()) {
      // A transaction that no node knew just now is asked for again on the next round.
      looked = LogPosition.START;
      return false;
    }
    Map<Hash32, ChainTransaction> transactions =
        node.transactions(
            pending.stream().map(ClaimLinks.Pending::transaction).collect(Collectors.toSet()));
    for (ClaimLinks.Pending claim : pending) {
      ChainTransaction transaction = transactions.get(claim.transaction());
      if (transaction != null && claim.block().equals(transaction.block())) {
        links.found(node.id(), claim, key(claim, transaction));
      }
    }
    looked = pending.getLast().position();
    return true;
  }

  private static @Nullable Hash32 key(ClaimLinks.Pending claim, ChainTransaction transaction) {
    if (!claim.alone()
        || !claim.trainer().equals(transaction.to())
        || !claim.claimant().equals(transaction.from())) {
      return null;
    }
    Optional<TrainerCall> call = TrainerCall.decode(transaction.input());
    if (call.isEmpty()) return null;
    return switch (call.get()) {
      case TrainerCall.Refund refund when claim.kind() == Claim.Kind.REFUND ->
          SampleKey.of(refund.features(), refund.label(), refund.addedTime(), claim.claimant());
      case TrainerCall.Report report when claim.kind() == Claim.Kind.REPORT ->
          SampleKey.of(report.features(), report.label(), report.addedTime(), report.author());
      default -> null;
    };
  }
}
