package org.sumscan.chain;

import java.util.Collection;
import java.util.List;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.BlockRange;
import org.sumscan.kernel.BlockRef;

/** Asks for the logs of blocks. Every method may throw {@link NodeFault}. */
public interface LogSource {

  /**
   * The logs of a range that have an indexed topic first, from any emitter; of the beginning of the
   * range where all of it would be too much.
   */
  LogAnswer logs(BlockRange range);

  /** How many blocks' logs an endpoint answers at once, as far as is known; it changes. */
  long blocksAtOnce();

  /** Such logs of a range from these emitters only; never of none. */
  LogAnswer logs(BlockRange range, Collection<Address> emitters);

  /** Such logs of certain blocks, each asked for by its hash, in the order of the blocks. */
  LogAnswer logs(List<BlockRef> blocks);
}
