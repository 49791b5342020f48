package org.sumscan.ledger.schedule;

import org.sumscan.kernel.BlockRange;
import org.sumscan.kernel.ChainId;

/**
 * The right to write a range of blocks, for a while; whoever writes after it has run out fails.
 *
 * @param token larger than that of every lease before
 */
public record Lease(long token, ChainId chain, BlockRange range) {}
