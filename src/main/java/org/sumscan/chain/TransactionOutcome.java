package org.sumscan.chain;

import java.util.Set;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.BlockRef;

/**
 * What became of a transaction that is in a block.
 *
 * @param succeeded false if it reverted, and so changed nothing
 * @param gasUsed how much gas it took
 * @param emitters the contracts that said something of ours in it, by the first topic of their logs
 * @param actors the accounts that are indexed in what they said
 */
public record TransactionOutcome(
    BlockRef block, boolean succeeded, long gasUsed, Set<Address> emitters, Set<Address> actors) {

  /** With copies of the sets. */
  public TransactionOutcome {
    emitters = Set.copyOf(emitters);
    actors = Set.copyOf(actors);
  }
}
