package org.sumscan.incentive.claim;

import org.sumscan.kernel.Address;
import org.sumscan.kernel.Wei;

/**
 * What is known of a recorded sample at some block.
 *
 * @param addedTime when it was added, in seconds since 1970
 * @param initialDeposit what was paid for it; 0 under points
 * @param claimable what is left of that
 * @param claims how many refunds and reports it has had
 * @param reported whether one of them was a report
 */
public record RecordedSample(
    Address author,
    long addedTime,
    Wei initialDeposit,
    Wei claimable,
    long claims,
    boolean reported) {}
