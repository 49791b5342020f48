package org.sumscan.ledger;

import java.util.List;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.BlockRef;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.LogPosition;

/**
 * A log to be judged and kept.
 *
 * @param blockTime when its block was made, in seconds since 1970
 */
@SuppressWarnings("ArrayRecordComponent")
public record LedgerLog(
    BlockRef block,
    long blockTime,
    Hash32 transaction,
    int index,
    Address emitter,
    List<Hash32> topics,
    byte[] data) {

  LogPosition position() {
    return new LogPosition(block.number(), index);
  }
}
