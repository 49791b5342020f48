package org.sumscan.chain.logs;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.sumscan.chain.LogAnswer;
import org.sumscan.chain.LogSource.Evidence;
import org.sumscan.chain.NodeFault;
import org.sumscan.chain.NodeFault.Kind;
import org.sumscan.chain.endpoint.Ability;
import org.sumscan.chain.endpoint.Endpoint;
import org.sumscan.kernel.BlockRange;
import org.sumscan.kernel.ProofLevel;
import org.sumscan.kernel.RawLog;

/**
 * Compares a few blocks of a range's answer with their headers, most of them blocks without logs in
 * it, so that an endpoint which leaves logs out is soon seen to. It costs one batch, and makes
 * nothing surer: whether enough blocks were compared is for an audit to say.
 */
final class LogSample {

  /** One answer in so many is looked into, and each that is empty. */
  private static final int SAMPLED = 16;

  /** So many blocks of it. */
  private static final int BLOCKS = 16;

  private LogSample() {}

  /**
   * Looks into an answer now and then.
   *
   * @throws NodeFault if a block has other logs than the answer
   */
  static void of(Endpoint endpoint, LogAnswer answer) {
    long turn = endpoint.nextAnswer();
    // Nothing is the cheapest to look into, and the likeliest to be wrong.
    if (!answer.logs().isEmpty() && turn % SAMPLED != 0) return;
    List<Evidence> evidence = LogProof.evidence(endpoint, blocks(answer));
    for (Evidence block : evidence) {
      if (block.level() != ProofLevel.PROVEN) continue;
      List<RawLog> there =
          answer.logs().stream()
              .filter(log -> log.block().number() == block.header().number())
              .toList();
      if (!LogProof.same(block.logs(), there)) throw leftOut(endpoint, block, "");
    }
    requireNoContradiction(endpoint, answer, evidence);
  }

  private static List<Long> blocks(LogAnswer answer) {
    BlockRange range = answer.range();
    Set<Long> some = new TreeSet<>();
    ThreadLocalRandom random = ThreadLocalRandom.current();
    if (!answer.logs().isEmpty()) {
      some.add(answer.logs().get(random.nextInt(answer.logs().size())).block().number());
    }
    if (range.length() <= BLOCKS) {
      for (long number = range.from(); number <= range.to(); number++) some.add(number);
    }
    for (int i = 1; i < BLOCKS; i++) some.add(random.nextLong(range.from(), range.to() + 1));
    return new ArrayList<>(some);
  }

  private static void requireNoContradiction(
      Endpoint endpoint, LogAnswer answer, List<Evidence> evidence) {
    Set<Long> withLogs =
        answer.logs().stream().map(log -> log.block().number()).collect(Collectors.toSet());
    List<Evidence> silent =
        evidence.stream().filter(block -> !withLogs.contains(block.header().number())).toList();
    if (Evidence.contradict(silent)) {
      Evidence first = silent.stream().filter(Evidence::isDoubtful).findFirst().orElseThrow();
      throw leftOut(endpoint, first, ", whose receipts it does not serve");
    }
  }

  private static NodeFault leftOut(Endpoint endpoint, Evidence block, String more) {
    endpoint.lacks(Ability.RANGED_LOGS);
    return new NodeFault(
        Kind.MALFORMED, endpoint.host(), "left out logs of block " + block.header().block() + more);
  }
}
