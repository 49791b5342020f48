package org.sumscan.kernel;

import java.util.Arrays;
import java.util.List;

/**
 * A log of a block, not decoded yet.
 *
 * @param index its place in the block
 * @param topics at most four
 * @param data not copied
 */
@SuppressWarnings("ArrayRecordComponent")
public record RawLog(
    BlockRef block,
    Hash32 transaction,
    int index,
    Address emitter,
    List<Hash32> topics,
    byte[] data) {

  /** Where it stands in its chain's history. */
  public LogPosition position() {
    return new LogPosition(block.number(), index);
  }

  /** Whether another log is equal in every field, the data by its bytes. */
  public boolean isSame(RawLog other) {
    return block.equals(other.block)
        && transaction.equals(other.transaction)
        && index == other.index
        && emitter.equals(other.emitter)
        && topics.equals(other.topics)
        && Arrays.equals(data, other.data);
  }
}
