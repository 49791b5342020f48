package org.sumscan.chain;

import org.sumscan.kernel.Address;

/**
 * A question to a contract that nobody trusts.
 *
 * @param from who seems to ask
 * @param gas the most gas that its answer may take
 * @param mostBytes the most bytes that its answer may have
 */
@SuppressWarnings("ArrayRecordComponent")
public record BoundedCall(Address from, Address contract, byte[] input, long gas, int mostBytes) {}
