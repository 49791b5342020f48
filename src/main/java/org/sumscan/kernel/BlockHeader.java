package org.sumscan.kernel;

/**
 * What a chain says of a block.
 *
 * @param block its height and hash
 * @param parent hash of the block before it
 * @param time when it was made, in seconds since 1970
 */
public record BlockHeader(BlockRef block, Hash32 parent, long time) {

  /** Its height. */
  public long number() {
    return block.number();
  }

  /** Its hash. */
  public Hash32 hash() {
    return block.hash();
  }
}
