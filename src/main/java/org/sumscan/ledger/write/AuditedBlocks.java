package org.sumscan.ledger.write;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sumscan.kernel.BlockHeader;
import org.sumscan.kernel.BlockRange;
import org.sumscan.kernel.ProofLevel;
import org.sumscan.ledger.TimedLog;

/**
 * What an audit has found out about covered blocks.
 *
 * @param headers all of them, each the parent of the next
 * @param logs every log with an indexed topic of those that are known, in order
 * @param unknown those whose logs no evidence tells
 * @param missing those of them that surely hold logs of which there is no row: they are covered no
 *     more, so that they are asked for again
 * @param doubted the first that may hold logs of which there is no row; null for none
 * @param proof how sure the rest is, of the least sure
 */
public record AuditedBlocks(
    List<BlockHeader> headers,
    List<TimedLog> logs,
    Set<Long> unknown,
    Set<Long> missing,
    @Nullable Long doubted,
    ProofLevel proof) {

  /** From the first to the last. */
  public BlockRange range() {
    return new BlockRange(headers.getFirst().number(), headers.getLast().number());
  }

  /** What came of comparing it with the rows. */
  public enum Outcome {
    /** The rows say the same. */
    CONFIRMED,
    /** They did not, and do now. */
    REPAIRED,
    /** The blocks are not covered as they were any more: nothing was changed. */
    OUTDATED
  }
}
