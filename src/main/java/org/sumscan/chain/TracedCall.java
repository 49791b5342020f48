package org.sumscan.chain;

import org.sumscan.kernel.Address;

/**
 * A call that one account made to another while a transaction ran, and that was not undone.
 *
 * @param from who the called contract saw as its caller
 */
@SuppressWarnings("ArrayRecordComponent")
public record TracedCall(Address from, Address to, byte[] input) {}
