package org.sumscan.ledger;

import org.sumscan.kernel.RawLog;

/**
 * A log with the time of its block.
 *
 * @param blockTime in seconds since 1970
 */
public record TimedLog(RawLog raw, long blockTime) {}
