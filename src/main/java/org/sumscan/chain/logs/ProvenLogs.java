package org.sumscan.chain.logs;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import org.sumscan.chain.LogAnswer;
import org.sumscan.chain.LogSource.Evidence;
import org.sumscan.chain.NodeFault;
import org.sumscan.chain.NodeFault.Kind;
import org.sumscan.chain.endpoint.Endpoint;
import org.sumscan.kernel.BlockRange;
import org.sumscan.kernel.BlockRef;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.ProofLevel;
import org.sumscan.kernel.RawLog;

/** Logs that nobody has to be believed for: by headers and receipts alone. */
public final class ProvenLogs {

  /** So many blocks of a range, of each of which the header is read. */
  private static final int BLOCKS = 100;

  private ProvenLogs() {}

  /**
   * The logs of the beginning of a range, from an endpoint that was caught leaving logs out.
   *
   * @throws NodeFault if a block may hold logs and its receipts cannot be had
   */
  static LogAnswer of(Endpoint endpoint, BlockRange range) {
    long to = Math.min(range.to(), range.from() + BLOCKS - 1);
    List<Long> numbers = LongStream.rangeClosed(range.from(), to).boxed().toList();
    endpoint.requireHead(to);
    List<RawLog> logs = new ArrayList<>();
    ProofLevel weakest = ProofLevel.PROVEN;
    for (Evidence block : LogProof.evidence(endpoint, numbers)) {
      if (block.isDoubtful()) throw unproven(endpoint, block.header().block());
      logs.addAll(block.logs());
      weakest = weakest.weaker(block.level());
    }
    return new LogAnswer(new BlockRange(range.from(), to), endpoint.host(), logs, 0, weakest);
  }

  private static NodeFault unproven(Endpoint endpoint, BlockRef block) {
    return new NodeFault(
        Kind.PRUNED,
        endpoint.host(),
        "has left logs out and does not serve the receipts of block "
            + block
            + ", which may hold some: add a node that keeps its history to this chain's addresses");
  }

  /** What several endpoints of a chain say of blocks, the first as far as it can. */
  public static List<Evidence> of(
      ChainId chain, Endpoint first, List<Endpoint> all, List<Long> numbers) {
    List<Evidence> evidence = new ArrayList<>(LogProof.evidence(first, numbers));
    for (int i = 0; i < evidence.size(); i++) {
      if (evidence.get(i).isDoubtful()) {
        evidence.set(i, new SecondWord(chain, first, all).on(evidence.get(i)));
      }
    }
    return evidence;
  }
}
