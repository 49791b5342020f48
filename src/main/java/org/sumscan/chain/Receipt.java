package org.sumscan.chain;

import org.jspecify.annotations.Nullable;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.Hash32;

/**
 * What became of a transaction that is in a block.
 *
 * @param succeeded false if it reverted, and so changed nothing
 * @param created the contract that it created by itself; null for any other transaction
 */
public record Receipt(Hash32 transaction, boolean succeeded, @Nullable Address created) {}
