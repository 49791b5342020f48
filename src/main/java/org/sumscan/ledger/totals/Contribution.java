package org.sumscan.ledger.totals;

import org.sumscan.kernel.Address;
import org.sumscan.kernel.ModelId;
import org.sumscan.kernel.Wei;

/**
 * What one address had to do with one model.
 *
 * @param samples how many it added
 * @param deposited what it paid for them
 * @param refunds how many of its refunds succeeded, which is its count of valid samples
 * @param refunded what they paid back
 * @param reports how many of its reports succeeded
 * @param earned what they paid
 * @param lost what others' reports took of its deposits, where it is certain whose sample it was
 */
public record Contribution(
    Address account,
    ModelId model,
    long samples,
    Wei deposited,
    long refunds,
    Wei refunded,
    long reports,
    Wei earned,
    Wei lost) {}
