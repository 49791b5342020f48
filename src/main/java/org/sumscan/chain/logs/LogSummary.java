package org.sumscan.chain.logs;

import org.sumscan.chain.endpoint.Answers;
import org.sumscan.kernel.BlockHeader;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.Hex;
import tools.jackson.databind.JsonNode;

/**
 * What a header commits to of its block's logs.
 *
 * @param root of the receipts
 * @param isEmpty whether the block has no transaction, and the root is that of no receipts
 */
record LogSummary(BlockHeader header, Hash32 root, LogBloom bloom, boolean isEmpty) {

  private static final Hash32 NO_RECEIPTS =
      Hash32.of("0x56e81f171bcc55a6ff8345e692c0f86e5b48e01b996cadc001622fb5e363b421");

  static LogSummary of(JsonNode block) {
    Hash32 root = Answers.hash(block, "receiptsRoot");
    JsonNode transactions = block.get("transactions");
    // Some chains have that root in every header, so that it alone says nothing.
    boolean none =
        !Answers.isAbsent(transactions) && transactions.isArray() && transactions.isEmpty();
    return new LogSummary(
        Answers.header(block),
        root,
        new LogBloom(Hex.bytes(Answers.text(block, "logsBloom"))),
        none && root.equals(NO_RECEIPTS));
  }
}
