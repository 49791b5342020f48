package org.sumscan.ledger;

import org.jspecify.annotations.Nullable;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.LogPosition;
import org.sumscan.kernel.LogRef;
import org.sumscan.kernel.ModelId;
import org.sumscan.kernel.UInt256;
import org.sumscan.kernel.UInt64;
import org.sumscan.kernel.Wei;

/**
 * A sample that a listed model took.
 *
 * @param blockTime when its block was made, in seconds since 1970
 * @param features the encoded sample, not copied
 * @param addedTime when, in seconds since 1970, as the contract says
 * @param deposit what was kept for it
 * @param key its name in the model's data handler
 * @param claims what has been claimed of it
 * @param open what still can be; null where nothing can, or where that was not asked for
 */
@SuppressWarnings("ArrayRecordComponent")
public record Sample(
    ModelId model,
    LogRef log,
    LogPosition position,
    Hash32 blockHash,
    long blockTime,
    Address sender,
    long[] features,
    UInt64 label,
    UInt256 addedTime,
    Wei deposit,
    Hash32 key,
    ClaimTotals claims,
    @Nullable OpenState open) {}
