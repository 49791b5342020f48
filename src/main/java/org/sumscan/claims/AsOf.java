package org.sumscan.claims;

import org.sumscan.kernel.BlockRef;

/**
 * The block whose state something was said about.
 *
 * @param time when it was made, in seconds since 1970
 */
public record AsOf(BlockRef block, long time) {}
