package org.sumscan.persistence;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.hibernate.annotations.JavaType;
import org.sumscan.kernel.BlockRef;
import org.sumscan.kernel.Hash32;

/** A block by number and hash as its columns have it. */
@Embeddable
public record BlockKey(
    @Column(name = "block_number") long number,
    @JavaType(HashColumn.class) @Column(name = "block_hash") Hash32 hash) {

  /** The columns of that block. */
  public static BlockKey of(BlockRef block) {
    return new BlockKey(block.number(), block.hash());
  }

  /** The block of these columns. */
  public BlockRef block() {
    return new BlockRef(number, hash);
  }
}
