package org.sumscan.chain;

import java.util.List;
import org.sumscan.kernel.BlockRange;

/**
 * The logs of a range of blocks, in order, each once.
 *
 * @param range the blocks that the answer is about: what was asked for, or its beginning where all
 *     of it would have been too much
 * @param endpoint the host that answered
 * @param bytes the size of its answer
 */
public record LogAnswer(BlockRange range, String endpoint, List<RawLog> logs, long bytes) {}
