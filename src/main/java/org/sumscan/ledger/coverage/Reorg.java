package org.sumscan.ledger.coverage;

/**
 * A chain left a branch.
 *
 * @param reorgCount the chain's count of reorgs after it
 * @param ancestor height of the last block that stayed
 * @param tip height of the last block that left
 */
public record Reorg(long reorgCount, long ancestor, long tip) {}
