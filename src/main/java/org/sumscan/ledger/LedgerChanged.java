package org.sumscan.ledger;

import org.sumscan.kernel.ChainId;

/** Something of a chain was committed: a wake-up for readers, which nothing must depend on. */
public record LedgerChanged(ChainId chain) {}
