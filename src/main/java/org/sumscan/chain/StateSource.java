package org.sumscan.chain;

import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.BlockRef;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.Wei;

/**
 * Reads the state of accounts and contracts, and calls contracts. Every method may throw {@link
 * NodeFault}.
 */
public interface StateSource {

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

  /** One word of a contract's storage. */
  Hash32 storageAt(Address contract, Hash32 slot, @Nullable BlockRef at);

  /**
   * The root of a contract's storage at the end of a block. Not every node offers this, nor for
   * every block: the others answer a fault.
   *
   * @param slots some of which the node is to show what its root has of them
   */
  StorageProof storageRoot(Address contract, Collection<Hash32> slots, BlockRef at);
}
