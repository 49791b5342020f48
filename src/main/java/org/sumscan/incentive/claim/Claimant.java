package org.sumscan.incentive.claim;

import java.math.BigInteger;
import org.sumscan.kernel.Address;

/**
 * The account that claims, as the contracts know it at some block.
 *
 * @param claimedBefore whether it has claimed from this very sample
 * @param validSamples how many of its own samples were refunded
 */
public record Claimant(Address address, boolean claimedBefore, BigInteger validSamples) {}
