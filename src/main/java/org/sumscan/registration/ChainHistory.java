package org.sumscan.registration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.LongPredicate;
import org.jspecify.annotations.Nullable;
import org.sumscan.chain.ChainNode;
import org.sumscan.chain.ChainTransaction;
import org.sumscan.chain.NodeFault;
import org.sumscan.chain.Receipt;
import org.sumscan.contracts.ContractFunction;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.BlockHeader;
import org.sumscan.kernel.BlockRef;
import org.sumscan.kernel.Hash32;

/**
 * Looks back on a chain up to one block: when a contract was created, when it was handed over, and
 * what was sent to it between. Asks for old states where the node has them, else reads block by
 * block, and no more blocks than are allowed.
 */
public final class ChainHistory {

  /** The most blocks that are read one by one for one question. */
  static final int BLOCKS = 20_000;

  private final ChainNode node;
  private final BlockRef head;
  private final Map<Address, Creation> seen = new HashMap<>();
  private long unscanned;

  /** Looks back from a block. */
  public ChainHistory(ChainNode node, BlockRef head) {
    this.node = node;
    this.head = head;
    this.unscanned = node.configuration().startBlock();
  }

  /** The transaction that created a contract, and its block. */
  public record Creation(BlockHeader block, ChainTransaction transaction) {}

  /** The creation of a contract, if it was created by a transaction of its own that is found. */
  public Optional<Creation> creation(Address contract) {
    OptionalLong block = firstBlockWith(number -> hasCode(contract, number));
    if (block.isPresent()) note(header(block.getAsLong()));
    else scanUntilSeen(contract);
    return Optional.ofNullable(seen.get(contract));
  }

  /** Goes on block by block from where the last scan ended. */
  private void scanUntilSeen(Address contract) {
    long last = Math.min(head.number(), node.configuration().startBlock() + BLOCKS - 1);
    while (!seen.containsKey(contract) && unscanned <= last) {
      note(header(unscanned));
      unscanned++;
    }
  }

  private void note(BlockHeader block) {
    List<ChainTransaction> creating =
        transactions(block).stream().filter(transaction -> transaction.to() == null).toList();
    if (creating.isEmpty()) return;
    Map<Hash32, Receipt> receipts = node.receipts(hashes(creating));
    for (ChainTransaction transaction : creating) {
      Receipt receipt = receipts.get(transaction.hash());
      if (receipt == null || !receipt.succeeded() || receipt.created() == null) continue;
      seen.put(receipt.created(), new Creation(block, transaction));
    }
  }

  private static List<Hash32> hashes(List<ChainTransaction> transactions) {
    return transactions.stream().map(ChainTransaction::hash).toList();
  }

  /**
   * The transactions to a contract that succeeded, in order, from one block to the one in which
   * {@code owner()} first is the new owner.
   *
   * @return nothing if that would mean to read more blocks than are allowed
   */
  public Optional<List<ChainTransaction>> callsUntilOwned(
      Address contract, Address owner, long from) {
    OptionalLong handOver =
        firstBlockWith(number -> number >= from && owns(owner, contract, number));
    long last = handOver.orElse(Math.min(head.number(), from + BLOCKS - 1));
    if (last - from >= BLOCKS) return Optional.empty();
    List<ChainTransaction> calls = new ArrayList<>();
    for (long number = from; number <= last; number++) {
      List<ChainTransaction> more = callsIn(number, contract);
      calls.addAll(more);
      if (more.stream().anyMatch(call -> InitialStateReader.handsOver(call, owner))) break;
    }
    return Optional.of(calls);
  }

  private List<ChainTransaction> callsIn(long number, Address contract) {
    List<ChainTransaction> calls =
        transactions(header(number)).stream()
            .filter(transaction -> contract.equals(transaction.to()))
            .toList();
    if (calls.isEmpty()) return calls;
    Map<Hash32, Receipt> receipts = node.receipts(hashes(calls));
    return calls.stream().filter(call -> hasSucceeded(receipts.get(call.hash()))).toList();
  }

  private static boolean hasSucceeded(@Nullable Receipt receipt) {
    return receipt != null && receipt.succeeded();
  }

  private boolean hasCode(Address contract, long number) {
    return node.code(contract, header(number).block()).length > 0;
  }

  private boolean owns(Address owner, Address contract, long number) {
    return new ContractReader(node, contract, header(number).block())
        .address(ContractFunction.OWNER)
        .equals(Optional.of(owner));
  }

  /**
   * The first block from which on something holds, found by halving; nothing if the node cannot be
   * asked about old blocks.
   */
  private OptionalLong firstBlockWith(LongPredicate holds) {
    try {
      long low = 0;
      long high = head.number();
      while (low < high) {
        long middle = (low + high) >>> 1;
        if (holds.test(middle)) high = middle;
        else low = middle + 1;
      }
      return OptionalLong.of(low);
    } catch (NodeFault withoutOldStates) {
      return OptionalLong.empty();
    }
  }

  private BlockHeader header(long number) {
    return node.block(number).orElseThrow(() -> new BlockGone(number));
  }

  private List<ChainTransaction> transactions(BlockHeader block) {
    return node.transactionsOf(block.block()).orElseThrow(() -> new BlockGone(block.number()));
  }
}
