package org.sumscan.transactions;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.sumscan.chain.CallResult;
import org.sumscan.chain.ChainNode;
import org.sumscan.chain.ChainTransaction;
import org.sumscan.chain.NodeFault;
import org.sumscan.chain.TransactionOutcome;
import org.sumscan.contracts.RevertReason;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.BlockRef;
import org.sumscan.kernel.Hash32;

/** Says why a transaction failed, by asking the contract again as things were around its block. */
@Component
class Failures {

  private static final String NO_WORD = "The transaction failed, and no node tells why.";

  TransactionProgress explained(
      ChainNode node, Hash32 hash, TransactionProgress known, TransactionOutcome outcome) {
    ChainTransaction transaction = node.transaction(hash).orElse(null);
    if (transaction == null || transaction.to() == null) return told(known, outcome, null);
    RevertReason reason = reason(node, transaction, transaction.to(), outcome);
    if (reason == null && outcome.gasUsed() >= transaction.gas()) {
      return known.troubled(
          TransactionState.REVERTED,
          outcome.block(),
          "The gas ran out.",
          "Send it again with a higher gas limit.");
    }
    return told(known, outcome, reason);
  }

  private static TransactionProgress told(
      TransactionProgress known, TransactionOutcome outcome, @Nullable RevertReason reason) {
    return known.troubled(
        TransactionState.REVERTED,
        outcome.block(),
        reason == null ? NO_WORD : reason.reason(),
        reason == null
            ? "Only its gas was paid. Load the sample's page again before the next try."
            : reason.remedy());
  }

  /** First as it was after the block, which others of the block may have changed, then before. */
  private static @Nullable RevertReason reason(
      ChainNode node, ChainTransaction transaction, Address to, TransactionOutcome outcome) {
    RevertReason after = at(node, transaction, to, outcome.block());
    if (after != null) return after;
    return parent(node, outcome.block())
        .map(before -> at(node, transaction, to, before))
        .orElse(null);
  }

  private static Optional<BlockRef> parent(ChainNode node, BlockRef block) {
    return node.block(block.hash())
        .map(header -> new BlockRef(block.number() - 1, header.parent()));
  }

  private static @Nullable RevertReason at(
      ChainNode node, ChainTransaction transaction, Address to, BlockRef block) {
    try {
      CallResult result =
          node.call(transaction.from(), to, transaction.input(), transaction.value(), block);
      return result instanceof CallResult.Reverted(byte[] data) && data.length > 0
          ? RevertReason.of(data)
          : null;
    } catch (NodeFault pruned) {
      return null;
    }
  }
}
