package org.sumscan.indexer.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.sumscan.chain.ChainNode;
import org.sumscan.chain.LogSource.Evidence;
import org.sumscan.chain.NodeFault;
import org.sumscan.kernel.BlockHeader;
import org.sumscan.kernel.BlockRange;
import org.sumscan.kernel.ProofLevel;
import org.sumscan.ledger.TimedLog;
import org.sumscan.ledger.coverage.Audits;
import org.sumscan.ledger.write.AuditedBlocks;
import org.sumscan.ledger.write.AuditedBlocks.Outcome;
import org.sumscan.ledger.write.Ledger;

/**
 * Proves the final blocks of one chain that were only fetched. First it looks at a sample of each
 * range, where that makes it surer for much less; then, from the lowest block on, a window at a
 * time, it reads each header, the receipts of each block that may hold a log, and compares what
 * they prove with the rows. How far it is stands in the coverage itself, so that it goes on there
 * after a restart. It spends no more single requests a second than it is given.
 */
public final class Audit {

  private static final Logger LOG = LoggerFactory.getLogger(Audit.class);

  private static final int WINDOW = 400;

  /** After this time, blocks that could not be proven are tried again, on all endpoints. */
  private static final Duration AGAIN = Duration.ofHours(1);

  private final ChainNode node;
  private final Ledger ledger;
  private final Audits audits;
  private final InstantSource clock;
  private final int requestsPerSecond;
  private final CrossCheck sample;
  private Instant restsUntil = Instant.MIN;
  private int repaired;
  private boolean filtersCompared;

  /**
   * Of the blocks that a ledger has of a node's chain.
   *
   * @param requestsPerSecond what it may spend, a batch of n counted as n; 0 for no audit
   */
  public Audit(
      ChainNode node, Ledger ledger, Audits audits, InstantSource clock, int requestsPerSecond) {
    this.node = node;
    this.ledger = ledger;
    this.audits = audits;
    this.clock = clock;
    this.requestsPerSecond = requestsPerSecond;
    this.sample = new CrossCheck(node, audits);
  }

  /**
   * Looks at the next window, unless the last one's requests are still to be waited for.
   *
   * @param finalized the last block that may be looked at
   * @return whether there was anything to look at
   * @throws NodeFault if the endpoints do not answer
   */
  public boolean step(long finalized) {
    if (requestsPerSecond == 0 || clock.instant().isBefore(restsUntil)) return false;
    if (!filtersCompared) compareFilters(finalized);
    Optional<Long> sampled = sample.step(finalized, (int) window());
    if (sampled.isPresent()) {
      rest(sampled.get());
      return true;
    }
    Optional<BlockRange> next = audits.next(node.id(), finalized, window(), AGAIN);
    if (next.isEmpty()) return false;
    look(next.get());
    return true;
  }

  /**
   * A block with logs tells whether filters are true, before others are believed to exclude logs.
   */
  private void compareFilters(long finalized) {
    Optional<Long> block = audits.someBlockWithLogs(node.id(), finalized);
    if (block.isEmpty()) return;
    node.evidence(List.of(block.get()));
    filtersCompared = true;
  }

  /** No larger than what may be spent in ten seconds, so that the node never gets all at once. */
  private long window() {
    return Math.clamp(requestsPerSecond * 10L, 1, WINDOW);
  }

  private void look(BlockRange range) {
    List<Long> numbers = LongStream.rangeClosed(range.from(), range.to()).boxed().toList();
    List<Evidence> evidence = node.evidence(numbers);
    rest(evidence.stream().mapToLong(Evidence::requests).sum());
    AuditedBlocks found = found(evidence, audits.blocksWithLogs(node.id(), range));
    String hosts = audits.endpoints(node.id(), range);
    Outcome outcome = ledger.audited(node.id(), found);
    if (outcome == Outcome.OUTDATED) requireUnchanged(range);
    if (outcome == Outcome.REPAIRED) {
      node.distrust(hosts);
      LOG.atLevel(repaired++ == 0 ? Level.WARN : Level.DEBUG)
          .log(
              "Blocks {} of chain {} had other logs than {} had given; they were put right by"
                  + " receipts. The status page counts how often",
              range,
              node.id(),
              hosts);
    }
    if (outcome != Outcome.OUTDATED && !found.missing().isEmpty()) {
      node.distrust(hosts);
      LOG.warn(
          "{} left out logs of {} blocks of chain {} in {}, and no endpoint serves their receipts:"
              + " they count as not indexed. Add a node that keeps its history",
          hosts,
          found.missing().size(),
          node.id(),
          range);
    }
  }

  private void rest(long requests) {
    restsUntil = clock.instant().plusMillis(requests * 1_000 / requestsPerSecond);
  }

  /** What was found, with the rows that there are of blocks that no evidence tells about. */
  private static AuditedBlocks found(List<Evidence> evidence, Set<Long> withLogs) {
    List<BlockHeader> headers = new ArrayList<>();
    List<TimedLog> logs = new ArrayList<>();
    List<Evidence> doubtful = new ArrayList<>();
    Set<Long> unknown = new HashSet<>();
    ProofLevel weakest = ProofLevel.PROVEN;
    for (Evidence block : evidence) {
      headers.add(block.header());
      weakest = weakest.weaker(block.level());
      block.logs().forEach(log -> logs.add(new TimedLog(log, block.header().time())));
      if (!block.isDoubtful()) continue;
      unknown.add(block.header().number());
      if (!withLogs.contains(block.header().number())) doubtful.add(block);
    }
    boolean contradicted = Evidence.contradict(doubtful);
    Set<Long> silent =
        doubtful.stream().map(block -> block.header().number()).collect(Collectors.toSet());
    @Nullable Long doubted =
        contradicted || doubtful.isEmpty() ? null : doubtful.getFirst().header().number();
    return new AuditedBlocks(
        headers, logs, unknown, contradicted ? silent : Set.of(), doubted, weakest);
  }

  /** Other hashes than those that are covered: the chain is not the one that was indexed. */
  private void requireUnchanged(BlockRange range) {
    if (audits.next(node.id(), range.to(), window(), AGAIN).filter(range::equals).isPresent()) {
      throw new NodeFault(
          NodeFault.Kind.MALFORMED,
          audits.endpoints(node.id(), range),
          "gives other final blocks " + range + " now than when they were indexed");
    }
  }
}
