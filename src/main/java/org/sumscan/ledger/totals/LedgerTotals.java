package org.sumscan.ledger.totals;

/** How many models are listed, and how many samples and claims they have. */
public record LedgerTotals(long models, long samples, long claims) {}
