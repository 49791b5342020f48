package org.sumscan.chain.logs;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sumscan.chain.LogSource.Evidence;
import org.sumscan.chain.NodeFault;
import org.sumscan.chain.endpoint.Endpoint;
import org.sumscan.kernel.BlockRef;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.ProofLevel;
import org.sumscan.kernel.RawLog;

/** What other endpoints say of a block whose receipts the first does not serve. */
record SecondWord(ChainId chain, Endpoint first, List<Endpoint> endpoints) {

  /** Two nodes that have thrown the same history away agree too, against the block's own filter. */
  private static final double LIKELY = 0.01;

  /**
   * Better evidence where another has the receipts, or gives the same logs; else what was given.
   */
  Evidence on(Evidence doubtful) {
    BlockRef block = doubtful.header().block();
    int requests = doubtful.requests();
    @Nullable List<RawLog> word = null;
    for (Endpoint other : endpoints) {
      if (other != first && other.health().rests()) continue;
      try {
        other.verify(chain);
        if (other != first) {
          Evidence theirs = LogProof.evidence(other, List.of(block.number())).getFirst();
          requests += theirs.requests();
          boolean known = theirs.header().equals(doubtful.header());
          if (known && theirs.level() == ProofLevel.PROVEN) return spent(theirs, requests);
        }
        if (endpoints.size() < 2) continue;
        List<RawLog> logs = new LogQueries(other).ofBlocks(List.of(block)).logs();
        requests++;
        boolean same = word != null && LogProof.same(word, logs);
        if (same && (!logs.isEmpty() || doubtful.chance() > LIKELY))
          return agreed(doubtful, logs, requests);
        if (word == null || word.isEmpty()) word = logs;
      } catch (NodeFault fault) {
        if (!fault.isOfTheQuestion()) other.health().failed(fault);
      }
    }
    return spent(doubtful, requests);
  }

  private static Evidence agreed(Evidence doubtful, List<RawLog> logs, int requests) {
    return new Evidence(doubtful.header(), ProofLevel.CROSS_CHECKED, logs, 0, requests);
  }

  private static Evidence spent(Evidence evidence, int requests) {
    return new Evidence(
        evidence.header(), evidence.level(), evidence.logs(), evidence.chance(), requests);
  }
}
