package org.sumscan.incentive;

import java.math.BigInteger;
import org.sumscan.kernel.Address;

/**
 * Who claims, as the contracts know him at some block.
 *
 * @param claimedBefore whether he has claimed from this very sample
 * @param validSamples how many of his own samples were refunded
 */
public record Claimant(Address address, boolean claimedBefore, BigInteger validSamples) {}
