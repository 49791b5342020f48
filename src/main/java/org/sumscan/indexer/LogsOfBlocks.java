package org.sumscan.indexer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.sumscan.chain.ChainNode;
import org.sumscan.chain.LogAnswer;
import org.sumscan.kernel.BlockHeader;
import org.sumscan.kernel.BlockRange;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.RawLog;
import org.sumscan.ledger.TimedLog;

/** Gives each log of an answer the time of its block, from that very block's header. */
final class LogsOfBlocks {

  private LogsOfBlocks() {}

  /**
   * The logs of an answer.
   *
   * @param known headers that are at hand already; each log must be of them where they have its
   *     height
   * @throws Unfit if a block is not known to the node any more, or contradicts its header
   */
  static List<TimedLog> timed(ChainNode node, LogAnswer answer, List<BlockHeader> known) {
    Map<Long, BlockHeader> byNumber = new HashMap<>();
    for (BlockHeader header : known) byNumber.put(header.number(), header);
    Set<Hash32> unknown =
        answer.logs().stream()
            .filter(log -> !byNumber.containsKey(log.block().number()))
            .map(log -> log.block().hash())
            .collect(Collectors.toSet());
    for (BlockHeader header : node.blocks(unknown).values()) byNumber.put(header.number(), header);
    List<TimedLog> logs = new ArrayList<>(answer.logs().size());
    for (RawLog log : answer.logs()) logs.add(timed(log, byNumber.get(log.block().number())));
    return logs;
  }

  private static TimedLog timed(RawLog log, @org.jspecify.annotations.Nullable BlockHeader header) {
    if (header == null || !header.block().equals(log.block())) {
      throw new Unfit("logs and headers are of different blocks at " + log.block().number());
    }
    return new TimedLog(log, header.time());
  }

  /** The header of a range's end. */
  static BlockHeader header(ChainNode node, long number) {
    return node.block(number).orElseThrow(() -> new Unfit("block " + number + " has gone"));
  }

  /** Fails unless each block names the one before as its parent. */
  static void requireRun(Hash32 parent, List<BlockHeader> run, BlockRange range) {
    Hash32 before = parent;
    for (BlockHeader header : run) {
      if (!header.parent().equals(before)) throw new Unfit("no unbroken run of blocks " + range);
      before = header.hash();
    }
  }

  /** Answers that do not fit together, as they do while the chain is just changing: ask again. */
  static final class Unfit extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unfit(String what) {
      super(what);
    }
  }
}
