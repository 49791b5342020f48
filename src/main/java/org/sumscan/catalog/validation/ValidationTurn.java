package org.sumscan.catalog.validation;

import java.util.UUID;
import org.sumscan.kernel.ChainId;

/**
 * A validation that is ours to carry out for a while.
 *
 * @param attempt 1 for the first time that it is begun
 */
public record ValidationTurn(UUID id, ChainId chain, String address, int attempt) {}
