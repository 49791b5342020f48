package org.sumscan.catalog;

import java.math.BigInteger;

/**
 * What a sample's deposit is computed from.
 *
 * @param costWeight in wei, a {@code uint80}; 0 under points
 * @param from the time that the first sample's price counts from, in seconds since 1970: when the
 *     mechanism was deployed; 0 under points
 */
public record Pricing(BigInteger costWeight, long from) {}
