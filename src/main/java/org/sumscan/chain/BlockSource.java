package org.sumscan.chain;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sumscan.kernel.BlockHeader;
import org.sumscan.kernel.BlockRange;
import org.sumscan.kernel.Hash32;

/** Asks for blocks. Every method may throw {@link NodeFault}. */
public interface BlockSource {

  /** The newest block. */
  BlockHeader head();

  /** The newest final block: by the {@code finalized} tag, else so many blocks below the head. */
  BlockHeader finalized();

  /** The block at a height on the node's branch; empty where there is none yet. */
  Optional<BlockHeader> block(long number);

  /** A certain block; empty where the node does not know it. */
  Optional<BlockHeader> block(Hash32 hash);

  /** Many blocks by their hashes; those that the node does not know are missing. */
  Map<Hash32, BlockHeader> blocks(Collection<Hash32> hashes);

  /** A run of blocks by height, in order, shorter where the node has no more. */
  List<BlockHeader> headers(BlockRange range);
}
