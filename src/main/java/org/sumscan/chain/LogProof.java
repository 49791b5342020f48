package org.sumscan.chain;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sumscan.chain.NodeFault.Kind;
import org.sumscan.kernel.BlockRange;
import org.sumscan.kernel.BlockRef;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.Hex;
import org.sumscan.kernel.ProofLevel;
import org.sumscan.kernel.RawLog;
import tools.jackson.databind.JsonNode;

/**
 * Verifies logs against block headers: the bloom filter rules logs out, and receipts matching
 * {@code receiptsRoot} prove that none is missing.
 */
final class LogProof {

  /** One answer in so many is looked into. */
  private static final int SAMPLED = 16;

  /** Spreads the looked-into blocks over the answers; a prime. */
  private static final long STRIDE = 7_919;

  private final Endpoint endpoint;
  private ProofLevel weakest = ProofLevel.PROVEN;

  private LogProof(Endpoint endpoint) {
    this.endpoint = endpoint;
  }

  /** What a header commits to of its block's logs. */
  private record Summary(Hash32 root, LogBloom bloom) {

    static Summary of(JsonNode block) {
      return new Summary(
          Answers.hash(block, "receiptsRoot"),
          new LogBloom(Hex.bytes(Answers.text(block, "logsBloom"))));
    }
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
    for (RawLog log : answer.logs()) logs.get(log.block()).add(log);
    Map<Hash32, Summary> summaries = proof.summaries(blocks);
    List<RawLog> proven = new ArrayList<>(answer.logs().size());
    for (BlockRef block : blocks) {
      proven.addAll(proof.checked(block, summaries.get(block.hash()), logs.get(block)));
    }
    return new LogAnswer(answer.range(), answer.endpoint(), proven, answer.bytes(), proof.weakest);
  }

  /**
   * Proves one block of a range's answer now and then, and of each that is empty, so that an
   * endpoint which leaves logs out does not do so unseen for long.
   *
   * @throws NodeFault if the block has other logs than the answer
   */
  static void sample(Endpoint endpoint, LogAnswer answer) {
    List<RawLog> logs = answer.logs();
    long turn = endpoint.nextAnswer();
    // Nothing is the cheapest to look into, and the likeliest to be wrong.
    if (!logs.isEmpty() && turn % SAMPLED != 0) return;
    BlockRef block =
        logs.isEmpty()
            ? blockAt(endpoint, answer.range(), turn)
            : logs.get((int) (turn * STRIDE % logs.size())).block();
    List<RawLog> there = logs.stream().filter(log -> log.block().equals(block)).toList();
    BlockRange one = new BlockRange(block.number(), block.number());
    LogAnswer proven = of(endpoint, List.of(block), new LogAnswer(one, endpoint.host(), there, 0));
    if (same(proven.logs(), there)) return;
    throw new NodeFault(Kind.MALFORMED, endpoint.host(), "left out logs of block " + block);
  }

  private static BlockRef blockAt(Endpoint endpoint, BlockRange range, long turn) {
    long number = range.from() + turn * STRIDE % range.length();
    return endpoint
        .require(
            "eth_getBlockByNumber",
            Answers::header,
            Endpoint.parameters(Answers.quantityText(number), false))
        .block();
  }

  /**
   * The logs of a block by its receipts alone, for where its logs cannot be had.
   *
   * @throws NodeFault if it does not give these either
   */
  static LogAnswer byReceipts(Endpoint endpoint, BlockRef block) {
    LogProof proof = new LogProof(endpoint);
    Summary summary = proof.summaries(List.of(block)).get(block.hash());
    BlockReceipts receipts = proof.receipts(block);
    boolean proven = summary != null && summary.root().equals(receipts.root());
    return new LogAnswer(
        new BlockRange(block.number(), block.number()),
        endpoint.host(),
        receipts.logs(),
        0,
        proven ? ProofLevel.PROVEN : ProofLevel.FETCHED);
  }

  private Map<Hash32, Summary> summaries(List<BlockRef> blocks) {
    Map<Hash32, List<Object>> questions = new LinkedHashMap<>();
    for (BlockRef block : blocks) {
      questions.put(block.hash(), Endpoint.parameters(block.hash().toString(), false));
    }
    return endpoint.askAll("eth_getBlockByHash", Summary::of, questions);
  }

  private List<RawLog> checked(BlockRef block, @Nullable Summary summary, List<RawLog> logs) {
    if (summary == null) {
      throw new NodeFault(Kind.BEHIND_HEAD, endpoint.host(), "does not have block " + block);
    }
    boolean held = logs.stream().allMatch(log -> summary.bloom().mayHold(log.topics().getFirst()));
    if (!held) endpoint.distrustBlooms();
    if (logs.isEmpty() && endpoint.trustsBlooms() && !summary.bloom().mayHoldIndexed()) {
      return as(ProofLevel.CROSS_CHECKED, logs);
    }
    if (!endpoint.givesReceipts()) return as(ProofLevel.FETCHED, logs);
    try {
      return byReceipts(block, summary, logs);
    } catch (NodeFault fault) {
      if (fault.kind() == Kind.MALFORMED) throw fault;
      if (fault.kind() == Kind.UNSUPPORTED) endpoint.lacksReceipts();
      return as(ProofLevel.FETCHED, logs);
    }
  }

  private List<RawLog> byReceipts(BlockRef block, Summary summary, List<RawLog> logs) {
    BlockReceipts receipts = receipts(block);
    if (receipts.root().equals(summary.root())) return as(ProofLevel.PROVEN, receipts.logs());
    // A chain whose receipts have more fields than Ethereum's cannot be proven, only compared.
    if (same(receipts.logs(), logs)) return as(ProofLevel.CROSS_CHECKED, logs);
    throw new NodeFault(
        Kind.MALFORMED, endpoint.host(), "logs and receipts of block " + block + " differ");
  }

  private BlockReceipts receipts(BlockRef block) {
    return endpoint.require(
        "eth_getBlockReceipts",
        receipts -> BlockReceipts.read(block, receipts),
        Endpoint.parameters(block.hash().toString()));
  }

  private List<RawLog> as(ProofLevel proof, List<RawLog> logs) {
    weakest = weakest.weaker(proof);
    return logs;
  }

  private static boolean same(List<RawLog> some, List<RawLog> others) {
    if (some.size() != others.size()) return false;
    for (int i = 0; i < some.size(); i++) {
      if (!some.get(i).isSame(others.get(i))) return false;
    }
    return true;
  }
}
