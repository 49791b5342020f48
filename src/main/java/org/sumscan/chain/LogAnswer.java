package org.sumscan.chain;

import java.util.List;
import org.sumscan.kernel.BlockRange;
import org.sumscan.kernel.ProofLevel;
import org.sumscan.kernel.RawLog;

/**
 * The logs of a range of blocks, in order, each once.
 *
 * @param range the blocks that the answer is about: what was asked for, or its beginning where all
 *     of it would have been too much
 * @param endpoint the host that answered
 * @param bytes the size of its answer
 * @param proof how sure it is that nothing is missing, of the least sure block
 */
public record LogAnswer(
    BlockRange range, String endpoint, List<RawLog> logs, long bytes, ProofLevel proof) {

  /** An answer that is believed as it is. */
  LogAnswer(BlockRange range, String endpoint, List<RawLog> logs, long bytes) {
    this(range, endpoint, logs, bytes, ProofLevel.FETCHED);
  }
}
