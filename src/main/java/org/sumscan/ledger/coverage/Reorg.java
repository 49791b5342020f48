package org.sumscan.ledger.coverage;

/**
 * A chain left a branch.
 *
 * @param epoch the chain's count of reorgs after it
 * @param ancestor height of the last block that stayed
 * @param tip height of the last block that left
 */
public record Reorg(long epoch, long ancestor, long tip) {}
