package org.sumscan.ledger.claims;

import org.jspecify.annotations.Nullable;
import org.sumscan.kernel.BlockRef;

/**
 * What the ledger holds that bears on one account's claims from one sample, at one moment.
 *
 * @param complete the block up to which nothing of the chain is missing; null while there is none
 * @param completeTime when that block was made, in seconds since 1970
 * @param firstBlock the first block of the chain that is indexed
 * @param reorgCount how many reorgs the chain had
 * @param doubt why the sums below may not be all; null where they are
 * @param missing whether that is because logs of the model may be missing
 * @param claimedBefore whether the account has claimed from the sample
 * @param samples how many samples its model has
 * @param good how many of them were refunded
 * @param valid how many of these are the account's
 */
public record ClaimFacts(
    @Nullable BlockRef complete,
    long completeTime,
    long firstBlock,
    long reorgCount,
    @Nullable String doubt,
    boolean missing,
    boolean claimedBefore,
    long samples,
    long good,
    long valid) {}
