package org.sumscan.originals;

import org.sumscan.kernel.ChainId;

/** Something was sent: a wake-up, which nothing must depend on. */
public record OriginalReceived(ChainId chain) {}
