package org.sumscan.catalog;

import org.sumscan.kernel.BlockRef;

/**
 * When a trainer was deployed.
 *
 * @param time the block's time, in seconds since 1970
 */
public record Creation(BlockRef block, long time) {}
