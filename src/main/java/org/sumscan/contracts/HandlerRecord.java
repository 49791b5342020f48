package org.sumscan.contracts;

import org.sumscan.kernel.Address;
import org.sumscan.kernel.UInt256;
import org.sumscan.kernel.UInt64;
import org.sumscan.kernel.Wei;

/**
 * What a data handler has written down of a sample; all zero for one that it does not know.
 *
 * @param time when it was added, in seconds since 1970
 * @param deposit what was paid for it
 * @param claimable what is left of that
 * @param claims how many refunds and reports it has had
 */
public record HandlerRecord(
    UInt64 label, UInt256 time, Address sender, Wei deposit, Wei claimable, UInt256 claims) {}
