package org.sumscan.ledger.schedule;

import java.util.Set;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.BlockRange;
import org.sumscan.kernel.ChainId;

/**
 * Blocks to fetch again for a model that was listed after its logs had gone over the quota.
 *
 * @param reorgCount how many reorgs the chain had had when this was read: after another reorg, logs
 *     that were fetched for it may be of blocks that are gone
 * @param emitters whose logs are wanted
 */
public record Refetch(
    long id, ChainId chain, long reorgCount, int model, BlockRange range, Set<Address> emitters) {

  /** The same about the first blocks only. */
  public Refetch upTo(long block) {
    return new Refetch(id, chain, reorgCount, model, new BlockRange(range.from(), block), emitters);
  }
}
