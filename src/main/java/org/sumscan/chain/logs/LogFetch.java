package org.sumscan.chain.logs;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.sumscan.chain.LogAnswer;
import org.sumscan.chain.NodeFault;
import org.sumscan.chain.NodeFault.Kind;
import org.sumscan.chain.endpoint.Ability;
import org.sumscan.chain.endpoint.AdaptiveRange;
import org.sumscan.chain.endpoint.Endpoint;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.BlockHeader;
import org.sumscan.kernel.BlockRange;
import org.sumscan.kernel.BlockRef;
import org.sumscan.kernel.RawLog;

/** Gets logs from one endpoint, in pieces as large as it answers. */
public final class LogFetch {

  /** Providers that cut an answer short without a word do so at numbers like these. */
  private static final List<Integer> SUSPICIOUS =
      List.of(100, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000);

  private static final int BLOCKS_A_BATCH = 16;

  private LogFetch() {}

  /** The logs of a range, or of as much of its beginning as the endpoint answers at once. */
  public static LogAnswer ofRange(
      Endpoint endpoint, BlockRange range, Collection<Address> emitters) {
    if (!endpoint.mayHave(Ability.RANGED_LOGS)) {
      return filtered(ProvenLogs.of(endpoint, range), emitters);
    }
    long length = Math.min(range.length(), endpoint.range().blocks());
    for (int failures = 0; ; length = length / 2) {
      BlockRange asked = new BlockRange(range.from(), range.from() + length - 1);
      try {
        LogAnswer answer = new LogQueries(endpoint).ofRange(asked, emitters);
        boolean suspicious = SUSPICIOUS.contains(answer.logs().size());
        if (length > 1 && suspicious) continue;
        endpoint.range().answered(length, answer.bytes());
        if (suspicious) return doubted(endpoint, answer, emitters);
        if (!emitters.isEmpty()) return answer;
        LogSample.of(endpoint, answer);
        return answer;
      } catch (NodeFault fault) {
        if (!mayBeTooMuch(fault.kind(), failures++)) throw fault;
        if (length == 1) return byReceipts(endpoint, asked, emitters, fault);
        endpoint.range().refused(length);
      }
    }
  }

  /** One block with a number of logs at which answers are cut short; receipts settle it. */
  private static LogAnswer doubted(
      Endpoint endpoint, LogAnswer answer, Collection<Address> emitters) {
    BlockRef block = answer.logs().getFirst().block();
    if (emitters.isEmpty()) return LogProof.of(endpoint, List.of(block), answer);
    try {
      return filtered(LogProof.byReceipts(endpoint, block), emitters);
    } catch (NodeFault fault) {
      if (fault.kind() != Kind.UNSUPPORTED) throw fault;
      return answer;
    }
  }

  /** The logs of a block that the endpoint fails to give as such. */
  private static LogAnswer byReceipts(
      Endpoint endpoint, BlockRange one, Collection<Address> emitters, NodeFault why) {
    try {
      BlockHeader header = endpoint.header(one.from());
      return filtered(LogProof.byReceipts(endpoint, header.block()), emitters);
    } catch (NodeFault fault) {
      why.addSuppressed(fault);
      throw why;
    }
  }

  private static LogAnswer filtered(LogAnswer answer, Collection<Address> emitters) {
    if (emitters.isEmpty()) return answer;
    List<RawLog> logs =
        answer.logs().stream().filter(log -> emitters.contains(log.emitter())).toList();
    return new LogAnswer(answer.range(), answer.endpoint(), logs, answer.bytes(), answer.proof());
  }

  private static boolean mayBeTooMuch(Kind kind, int failures) {
    return kind == Kind.TOO_LARGE || kind == Kind.TRANSIENT && failures < 2;
  }

  /**
   * Asks for a few blocks at a time, for one by one where a few are too much, and for the receipts
   * of one that is; all of it is verified against the blocks' headers.
   */
  public static LogAnswer ofBlocks(Endpoint endpoint, List<BlockRef> blocks) {
    List<RawLog> logs = new ArrayList<>();
    long bytes = 0;
    int taken = 0;
    for (int atOnce = BLOCKS_A_BATCH; taken < blocks.size(); ) {
      List<BlockRef> some = blocks.subList(taken, Math.min(blocks.size(), taken + atOnce));
      try {
        LogAnswer answer = new LogQueries(endpoint).ofBlocks(some);
        logs.addAll(answer.logs());
        bytes += answer.bytes();
        taken += some.size();
      } catch (NodeFault fault) {
        if (!mayBeTooMuch(fault.kind(), 0)) throw fault;
        if (some.size() == 1) {
          BlockRange one = new BlockRange(some.getFirst().number(), some.getFirst().number());
          logs.addAll(byReceipts(endpoint, one, List.of(), fault).logs());
          taken++;
        }
        atOnce = 1;
      }
      if (bytes > AdaptiveRange.GOOD_BYTES) break;
    }
    BlockRange range = new BlockRange(blocks.getFirst().number(), blocks.get(taken - 1).number());
    LogAnswer answer = new LogAnswer(range, endpoint.host(), logs, bytes);
    return LogProof.of(endpoint, blocks.subList(0, taken), answer);
  }
}
