package org.sumscan.originals;

import java.time.Instant;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.Hash32;

/**
 * What was sent for a transaction and is not tied to a sample yet.
 *
 * @param id its place in the queue
 */
public record Pending(
    long id, ChainId chain, Hash32 transaction, Content content, Instant receivedAt) {}
