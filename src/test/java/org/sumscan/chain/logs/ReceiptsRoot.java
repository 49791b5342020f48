package org.sumscan.chain.logs;

import org.sumscan.kernel.BlockRef;
import org.sumscan.kernel.Hash32;
import tools.jackson.databind.JsonNode;

/** The root that a header must name for some receipts, for nodes that tests make up. */
public final class ReceiptsRoot {

  private ReceiptsRoot() {}

  /** That of receipts as a node answers them. */
  public static Hash32 of(BlockRef block, JsonNode receipts) {
    return BlockReceipts.read(block, receipts).root();
  }
}
