package org.sumscan.chain;

import org.jspecify.annotations.Nullable;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.BlockRef;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.Wei;

/**
 * A transaction as a node answered it.
 *
 * @param to null for the creation of a contract
 * @param block null while it is pending
 */
@SuppressWarnings("ArrayRecordComponent")
public record ChainTransaction(
    Hash32 hash,
    Address from,
    @Nullable Address to,
    byte[] input,
    Wei value,
    @Nullable BlockRef block) {}
