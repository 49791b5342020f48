package org.sumscan.chain;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.BlockHeader;
import org.sumscan.kernel.BlockRange;
import org.sumscan.kernel.BlockRef;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.Wei;

/**
 * The nodes of one chain, spoken to as one: a question goes to an endpoint that is well, and to the
 * next one when that fails. Every method may throw {@link NodeFault}.
 */
public interface ChainNode {

  /** The chain's id, which every endpoint has been asked for. */
  ChainId id();

  /** How the chain was set up. */
  ConfiguredChain configuration();

  /** The newest block. */
  BlockHeader head();

  /** The newest final block: by the {@code finalized} tag, else so many blocks below the head. */
  BlockHeader finalized();

  /** The block at a height on the node's branch; empty where there is none yet. */
  Optional<BlockHeader> block(long number);

  /** A certain block; empty where the node does not know it. */
  Optional<BlockHeader> block(Hash32 hash);

  /** Many blocks by their hashes; those that the node does not know are missing. */
  Map<Hash32, BlockHeader> blocks(Collection<Hash32> hashes);

  /** A run of blocks by height, in order, shorter where the node has no more. */
  List<BlockHeader> headers(BlockRange range);

  /**
   * The logs of a range that have an indexed topic first, from any emitter; of the beginning of the
   * range where all of it would be too much.
   */
  LogAnswer logs(BlockRange range);

  /** How many blocks' logs an endpoint answers at once, as far as is known; it changes. */
  long blocksAtOnce();

  /** Such logs of a range from these emitters only; never of none. */
  LogAnswer logs(BlockRange range, Collection<Address> emitters);

  /** Such logs of certain blocks, each asked for by its hash, in the order of the blocks. */
  LogAnswer logs(List<BlockRef> blocks);

  /** A transaction; empty where the node does not know it. */
  Optional<ChainTransaction> transaction(Hash32 hash);

  /** Many transactions; those that the node does not know are missing. */
  Map<Hash32, ChainTransaction> transactions(Collection<Hash32> hashes);

  /** Every transaction of one certain block, in order; empty where the node does not know it. */
  Optional<List<ChainTransaction>> transactionsOf(BlockRef block);

  /** What became of many transactions; those that the node does not know are missing. */
  Map<Hash32, Receipt> receipts(Collection<Hash32> transactions);

  /** What became of a transaction; empty while it is in no block that the node knows. */
  Optional<TransactionOutcome> outcome(Hash32 transaction);

  /**
   * How many transactions an account has sent, which is the nonce of its next one; of a contract,
   * how many contracts it has created.
   *
   * @param at up to that block; to the newest if null
   */
  long nonce(Address account, @Nullable BlockRef at);

  /**
   * The code at an address.
   *
   * @param at the newest block if null
   */
  byte[] code(Address address, @Nullable BlockRef at);

  /** What an account owned at the end of a block. */
  Wei balance(Address account, BlockRef at);

  /**
   * Asks a contract that nobody trusts: whatever it does costs no more than the question allows,
   * and is never taken for a fault of the node.
   */
  BoundedCallResult probe(BoundedCall question, BlockRef at);

  /**
   * Asks a contract, with the zero address as the caller.
   *
   * @param at the newest block if null
   */
  CallResult call(Address contract, byte[] input, @Nullable BlockRef at);

  /**
   * Asks a contract as some caller, optionally sending money.
   *
   * @param at the newest block if null
   */
  CallResult call(Address from, Address contract, byte[] input, Wei value, @Nullable BlockRef at);

  /**
   * Asks a contract that may be hostile, with the zero address as the caller and no more gas than
   * said, which also bounds what it can return.
   *
   * @param at the newest block if null
   */
  CallResult callWithin(Address contract, byte[] input, long gas, @Nullable BlockRef at);

  /** Asks contracts many questions at the end of one block, with the zero address as the caller. */
  List<CallResult> calls(List<ContractCall> calls, BlockRef at);

  /**
   * The calls that a transaction made from account to account, in the order in which they began,
   * itself the first; none if it failed. Few nodes offer this, the others a fault that is {@link
   * NodeFault.Kind#UNSUPPORTED} at best.
   */
  List<TracedCall> trace(Hash32 transaction);

  /** One word of a contract's storage. */
  Hash32 storageAt(Address contract, Hash32 slot, @Nullable BlockRef at);

  /**
   * The root of a contract's storage at the end of a block. Not every node offers this, nor for
   * every block: the others answer a fault.
   *
   * @param slots some of which the node is to show what its root has of them
   */
  StorageProof storageRoot(Address contract, Collection<Hash32> slots, BlockRef at);

  /**
   * Tries transactions out in order, in one block on top of another, without checking that fees can
   * be paid. An endpoint that cannot chain them tries each by itself.
   *
   * @param base the block that they come after
   * @param time when their block would be made, in seconds since 1970; after the base's
   */
  Simulation tryOut(List<SimulatedCall> calls, BlockRef base, long time);

  /** What a unit of gas costs now, by the node's own advice. */
  Wei gasPrice();

  /** How much gas all transactions of the newest block may use together. */
  long blockGasLimit();

  /** What an account owns at the newest block. */
  Wei balance(Address account);

  /**
   * The time in seconds since 1970 that the node would give the next block; empty where it does not
   * tell.
   */
  OptionalLong pendingTime();
}
