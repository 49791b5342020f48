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
 * @param nonce how many transactions its sender had sent before
 * @param gas the most gas that it may take
 */
@SuppressWarnings("ArrayRecordComponent")
public record ChainTransaction(
    Hash32 hash,
    Address from,
    @Nullable Address to,
    byte[] input,
    Wei value,
    @Nullable BlockRef block,
    long nonce,
    long gas) {}
