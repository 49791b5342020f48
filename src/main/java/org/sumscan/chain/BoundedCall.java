package org.sumscan.chain;

import org.sumscan.kernel.Address;

/**
 * A gas- and size-bounded call to an untrusted contract.
 *
 * @param from the caller
 * @param gas the most gas that its answer may take
 * @param mostBytes the most bytes that its answer may have
 */
@SuppressWarnings("ArrayRecordComponent")
public record BoundedCall(Address from, Address contract, byte[] input, long gas, int mostBytes) {

  private static final long TRANSACTION_GAS = 21_000;
  private static final long FLOOR_GAS_PER_TOKEN = 10;

  /**
   * The gas that a transaction with this input takes before the contract runs, below which nodes
   * refuse a call at all: 21,000, and 10 a token of input, a byte of zero being one token and any
   * other four (EIP-7623). Before that rule it was 4 a token.
   */
  public static long intrinsicGas(byte[] input) {
    long tokens = 0;
    for (byte value : input) tokens += value == 0 ? 1 : 4;
    return TRANSACTION_GAS + tokens * FLOOR_GAS_PER_TOKEN;
  }
}
