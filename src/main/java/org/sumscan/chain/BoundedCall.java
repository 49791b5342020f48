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
public record BoundedCall(Address from, Address contract, byte[] input, long gas, int mostBytes) {}
