package org.sumscan.ledger.coverage;

import org.sumscan.kernel.BlockRange;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.ProofLevel;

/**
 * Blocks of which every row is in the ledger.
 *
 * @param toHash hash of the last of them
 * @param endpoint the host that they came from
 * @param logs how many logs it gave
 */
public record CoveredRange(
    BlockRange range, Hash32 toHash, String endpoint, long logs, ProofLevel proof) {}
