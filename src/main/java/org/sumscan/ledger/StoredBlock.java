package org.sumscan.ledger;

import org.sumscan.kernel.BlockRef;
import org.sumscan.kernel.Hash32;

/**
 * A canonical block.
 *
 * @param time when it was made, in seconds since 1970
 */
public record StoredBlock(BlockRef block, Hash32 parent, long time) {

  /** Its height. */
  public long number() {
    return block.number();
  }

  /** Its hash. */
  public Hash32 hash() {
    return block.hash();
  }
}
