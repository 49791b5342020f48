package org.sumscan.chain;

import org.sumscan.kernel.Address;

/** A question to a contract, one of many that are asked at once. */
@SuppressWarnings("ArrayRecordComponent")
public record ContractCall(Address contract, byte[] input) {}
