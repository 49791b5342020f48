package org.sumscan.indexer.audit;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.sumscan.chain.ChainNode;
import org.sumscan.chain.LogSource.Evidence;
import org.sumscan.kernel.BlockRange;
import org.sumscan.ledger.coverage.Audits;

/**
 * Looks at a sample of the blocks of fetched ranges, where that is much less than all: what it
 * finds nothing wrong with is cross-checked long before it can be proven.
 */
final class CrossCheck {

  private final ChainNode node;
  private final Audits audits;
  private @Nullable Sampling current;

  /** Up to here ranges were sampled, or were found not worth it, since the program started. */
  private long looked = -1;

  CrossCheck(ChainNode node, Audits audits) {
    this.node = node;
    this.audits = audits;
  }

  /**
   * Looks at the next blocks.
   *
   * @param finalized the last block that may be looked at
   * @return how many single requests it took; empty if there is nothing to look at
   */
  Optional<Long> step(long finalized, int most) {
    Sampling sampling = current == null ? begin(finalized) : current;
    current = sampling;
    if (sampling == null) return Optional.empty();
    List<Long> numbers = sampling.take(most);
    List<Evidence> evidence = numbers.isEmpty() ? List.of() : node.evidence(numbers);
    // A block that is not silent, or may not be, is for the proof of the whole range.
    boolean silent = evidence.stream().allMatch(b -> b.logs().isEmpty() && !b.isDoubtful());
    if (!silent) current = null;
    else if (sampling.isDone()) {
      audits.crossChecked(node.id(), sampling.range());
      current = null;
    }
    return Optional.of(evidence.stream().mapToLong(Evidence::requests).sum());
  }

  private @Nullable Sampling begin(long finalized) {
    while (true) {
      Optional<BlockRange> next = audits.nextFetched(node.id(), looked, finalized);
      if (next.isEmpty()) return null;
      looked = next.get().to();
      Set<Long> withLogs = audits.blocksWithLogs(node.id(), next.get());
      if (Sampling.isWorthIt(withLogs.size())) {
        return Sampling.of(next.get(), withLogs, ThreadLocalRandom.current());
      }
    }
  }
}
