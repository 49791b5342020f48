package org.sumscan.chain.logs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sumscan.chain.LogAnswer;
import org.sumscan.chain.LogSource.Evidence;
import org.sumscan.chain.NodeFault;
import org.sumscan.chain.NodeFault.Kind;
import org.sumscan.chain.endpoint.Ability;
import org.sumscan.chain.endpoint.Answers;
import org.sumscan.chain.endpoint.Endpoint;
import org.sumscan.chain.endpoint.JsonRpc;
import org.sumscan.kernel.BlockRange;
import org.sumscan.kernel.BlockRef;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.ProofLevel;
import org.sumscan.kernel.RawLog;

/**
 * Verifies logs against block headers: the bloom filter rules logs out, and receipts matching
 * {@code receiptsRoot} prove that none is missing.
 */
final class LogProof {

  private final Endpoint endpoint;
  private ProofLevel weakest = ProofLevel.PROVEN;

  private LogProof(Endpoint endpoint) {
    this.endpoint = endpoint;
  }

  /**
   * Proves an answer as far as the endpoint lets it be, and puts it right where receipts that are
   * proven say otherwise.
   *
   * @throws NodeFault if the endpoint contradicts itself
   */
  static LogAnswer of(Endpoint endpoint, List<BlockRef> blocks, LogAnswer answer) {
    LogProof proof = new LogProof(endpoint);
    Map<BlockRef, List<RawLog>> logs = new LinkedHashMap<>();
    for (BlockRef block : blocks) logs.put(block, new ArrayList<>());
    for (RawLog log : answer.logs()) {
      logs.computeIfAbsent(log.block(), other -> new ArrayList<>()).add(log);
    }
    Map<Hash32, LogSummary> summaries = proof.summaries(blocks);
    List<RawLog> proven = new ArrayList<>(answer.logs().size());
    for (BlockRef block : blocks) {
      proven.addAll(
          proof.checked(block, summaries.get(block.hash()), logs.getOrDefault(block, List.of())));
    }
    return new LogAnswer(answer.range(), answer.endpoint(), proven, answer.bytes(), proof.weakest);
  }

  /**
   * The logs of a block by its receipts alone, for where its logs cannot be had.
   *
   * @throws NodeFault if it does not give these either
   */
  static LogAnswer byReceipts(Endpoint endpoint, BlockRef block) {
    LogProof proof = new LogProof(endpoint);
    LogSummary summary = proof.summaries(List.of(block)).get(block.hash());
    BlockReceipts receipts = proof.receipts(block);
    boolean proven = summary != null && proof.match(summary, receipts);
    return new LogAnswer(
        new BlockRange(block.number(), block.number()),
        endpoint.host(),
        receipts.logs(),
        0,
        proven ? ProofLevel.PROVEN : ProofLevel.FETCHED);
  }

  /**
   * What headers, and the receipts of those that may hold a log, say of blocks that the endpoint
   * has.
   *
   * @throws NodeFault if it lacks one of them
   */
  static List<Evidence> evidence(Endpoint endpoint, List<Long> numbers) {
    Map<Long, List<Object>> questions = new LinkedHashMap<>();
    for (long number : numbers) {
      questions.put(number, JsonRpc.parameters(Answers.quantityText(number), false));
    }
    Map<Long, LogSummary> summaries =
        endpoint.rpc().askAll("eth_getBlockByNumber", LogSummary::of, questions);
    List<Evidence> evidence = new ArrayList<>(numbers.size());
    for (long number : numbers) {
      LogSummary summary = summaries.get(number);
      if (summary == null || summary.header().number() != number) {
        throw new NodeFault(Kind.BEHIND_HEAD, endpoint.host(), "does not have block " + number);
      }
      evidence.add(new LogProof(endpoint).evidence(summary));
    }
    return evidence;
  }

  private Evidence evidence(LogSummary summary) {
    if (excludes(summary)) {
      return new Evidence(summary.header(), levelOfExclusion(summary), List.of(), 0, 1);
    }
    return byReceipts(summary)
        .orElseGet(
            () -> {
              double chance = summary.bloom().chanceOfFalseAlarm();
              boolean told = endpoint.mayHave(Ability.BLOOM_FILTERS);
              return new Evidence(
                  summary.header(), ProofLevel.FETCHED, List.of(), told ? chance : 1, 2);
            });
  }

  /** What a block's receipts prove; empty where the endpoint does not serve such. */
  private Optional<Evidence> byReceipts(LogSummary summary) {
    if (!endpoint.mayHave(Ability.BLOCK_RECEIPTS)) return Optional.empty();
    try {
      BlockReceipts receipts = receipts(summary.header().block());
      if (!match(summary, receipts)) return Optional.empty();
      return Optional.of(new Evidence(summary.header(), ProofLevel.PROVEN, receipts.logs(), 0, 2));
    } catch (NodeFault fault) {
      if (fault.kind() == Kind.UNSUPPORTED) endpoint.lacks(Ability.BLOCK_RECEIPTS);
      boolean gone = fault.isOfTheQuestion() || fault.kind() == Kind.BEHIND_HEAD;
      if (gone || fault.kind() == Kind.MALFORMED) return Optional.empty();
      throw fault;
    }
  }

  private Map<Hash32, LogSummary> summaries(List<BlockRef> blocks) {
    Map<Hash32, List<Object>> questions = new LinkedHashMap<>();
    for (BlockRef block : blocks) {
      questions.put(block.hash(), JsonRpc.parameters(block.hash().toString(), false));
    }
    return endpoint.rpc().askAll("eth_getBlockByHash", LogSummary::of, questions);
  }

  private List<RawLog> checked(BlockRef block, @Nullable LogSummary summary, List<RawLog> logs) {
    if (summary == null) {
      throw new NodeFault(Kind.BEHIND_HEAD, endpoint.host(), "does not have block " + block);
    }
    boolean held = logs.stream().allMatch(log -> summary.bloom().mayHold(log.topics().getFirst()));
    if (!held) endpoint.lacks(Ability.BLOOM_FILTERS);
    if (logs.isEmpty() && excludes(summary)) return as(levelOfExclusion(summary), logs);
    if (!endpoint.mayHave(Ability.BLOCK_RECEIPTS)) return as(ProofLevel.FETCHED, logs);
    try {
      return byReceipts(block, summary, logs);
    } catch (NodeFault fault) {
      if (fault.kind() == Kind.MALFORMED) throw fault;
      if (fault.kind() == Kind.UNSUPPORTED) endpoint.lacks(Ability.BLOCK_RECEIPTS);
      return as(ProofLevel.FETCHED, logs);
    }
  }

  private boolean excludes(LogSummary summary) {
    return endpoint.mayHave(Ability.BLOOM_FILTERS) && !summary.bloom().mayHoldIndexed();
  }

  private ProofLevel levelOfExclusion(LogSummary summary) {
    boolean proven = summary.isEmpty() || endpoint.has(Ability.BLOOM_FILTERS);
    return proven ? ProofLevel.PROVEN : ProofLevel.CROSS_CHECKED;
  }

  private List<RawLog> byReceipts(BlockRef block, LogSummary summary, List<RawLog> logs) {
    BlockReceipts receipts = receipts(block);
    if (match(summary, receipts)) return as(ProofLevel.PROVEN, receipts.logs());
    // A chain whose receipts have more fields than Ethereum's cannot be proven, only compared; and
    // what one endpoint says twice is still the word of one.
    if (same(receipts.logs(), logs)) return as(ProofLevel.FETCHED, logs);
    throw new NodeFault(
        Kind.MALFORMED, endpoint.host(), "logs and receipts of block " + block + " differ");
  }

  /** Whether these are the header's receipts; where they are, they tell of its bloom filter too. */
  private boolean match(LogSummary summary, BlockReceipts receipts) {
    if (!receipts.root().equals(summary.root())) return false;
    if (!receipts.bloom().isSame(summary.bloom())) endpoint.lacks(Ability.BLOOM_FILTERS);
    else if (!receipts.bloom().isEmpty()) endpoint.shows(Ability.BLOOM_FILTERS);
    return true;
  }

  private BlockReceipts receipts(BlockRef block) {
    return endpoint
        .rpc()
        .require(
            "eth_getBlockReceipts",
            receipts -> BlockReceipts.read(block, receipts),
            JsonRpc.parameters(block.hash().toString()));
  }

  private List<RawLog> as(ProofLevel proof, List<RawLog> logs) {
    weakest = weakest.weaker(proof);
    return logs;
  }

  static boolean same(List<RawLog> some, List<RawLog> others) {
    if (some.size() != others.size()) return false;
    for (int i = 0; i < some.size(); i++) {
      if (!some.get(i).isSame(others.get(i))) return false;
    }
    return true;
  }
}
