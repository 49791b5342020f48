package org.sumscan.ledger.unlisted;

import org.sumscan.kernel.ModelId;

/**
 * A contract that emits samples and is not listed.
 *
 * @param logs how many logs it has emitted, of any kind that is indexed
 * @param firstBlock the first block with one
 * @param lastBlock the last block with one
 */
public record Discovery(ModelId contract, long logs, long firstBlock, long lastBlock) {}
