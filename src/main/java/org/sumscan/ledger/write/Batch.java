package org.sumscan.ledger.write;

import java.util.List;
import org.sumscan.kernel.BlockHeader;
import org.sumscan.kernel.BlockRange;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.ProofLevel;
import org.sumscan.ledger.TimedLog;

/**
 * All that one or more blocks have to say.
 *
 * @param fromParent hash of the block before the first
 * @param last the last block
 * @param blocks every block, in order, where they may still change; none where they are final
 * @param endpoint the host that it came from
 * @param proof how sure it is that none of its logs is missing
 * @param logs every log with an indexed topic, in order
 */
public record Batch(
    BlockRange range,
    Hash32 fromParent,
    BlockHeader last,
    List<BlockHeader> blocks,
    String endpoint,
    ProofLevel proof,
    List<TimedLog> logs) {

  /**
   * @throws IllegalArgumentException if the blocks are not those of the range
   */
  public Batch {
    if (last.number() != range.to()
        || !blocks.isEmpty()
            && (blocks.size() != range.length() || !blocks.getLast().equals(last))) {
      throw new IllegalArgumentException("the blocks are not those of " + range);
    }
  }
}
