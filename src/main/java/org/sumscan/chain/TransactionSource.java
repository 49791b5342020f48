package org.sumscan.chain;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sumscan.kernel.BlockRef;
import org.sumscan.kernel.Hash32;

/** Asks for transactions and for what became of them. Every method may throw {@link NodeFault}. */
public interface TransactionSource {

  /** A transaction; empty where the node does not know it. */
  Optional<ChainTransaction> transaction(Hash32 hash);

  /** Many transactions; those that the node does not know are missing. */
  Map<Hash32, ChainTransaction> transactions(Collection<Hash32> hashes);

  /** Every transaction of one certain block, in order; empty where the node does not know it. */
  Optional<List<ChainTransaction>> transactionsOf(BlockRef block);

  /** What became of many transactions; those that the node does not know are missing. */
  Map<Hash32, Receipt> receipts(Collection<Hash32> transactions);

  /** What became of a transaction; empty while it is in no block that the node knows. */
  Optional<TransactionOutcome> outcome(Hash32 transaction);

  /**
   * The calls that a transaction made from account to account, in the order in which they began,
   * itself the first; none if it failed. Few nodes offer this, the others a fault that is {@link
   * NodeFault.Kind#UNSUPPORTED} at best.
   */
  List<TracedCall> trace(Hash32 transaction);
}
