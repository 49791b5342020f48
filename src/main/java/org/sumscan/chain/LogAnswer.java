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
 * @param certainty how sure it is that nothing is missing, of the least sure block
 */
public record LogAnswer(
    BlockRange range, String endpoint, List<RawLog> logs, long bytes, Certainty certainty) {

  /** An answer that is believed as it is. */
  LogAnswer(BlockRange range, String endpoint, List<RawLog> logs, long bytes) {
    this(range, endpoint, logs, bytes, Certainty.FETCHED);
  }

  /** How sure it is that the endpoint left nothing out, the least sure first. */
  public enum Certainty {
    /** It said so. */
    FETCHED,
    /** Something else that was asked for says the same: the header's bloom, or the receipts. */
    CROSS_CHECKED,
    /** The receipts' root was recomputed, and is the header's. */
    PROVEN
  }
}
