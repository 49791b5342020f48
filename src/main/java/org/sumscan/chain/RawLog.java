package org.sumscan.chain;

import java.util.List;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.BlockRef;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.LogPosition;

/**
 * A log as a node answered it, each field checked to be of its type.
 *
 * @param transactionIndex its transaction's place in the block
 * @param index its own place in the block
 * @param topics at most four
 */
@SuppressWarnings("ArrayRecordComponent")
public record RawLog(
    BlockRef block,
    Hash32 transaction,
    int transactionIndex,
    int index,
    Address emitter,
    List<Hash32> topics,
    byte[] data) {

  /** Where it stands in its chain's history. */
  public LogPosition position() {
    return new LogPosition(block.number(), index);
  }
}
