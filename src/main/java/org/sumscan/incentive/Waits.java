package org.sumscan.incentive;

/**
 * How many seconds after a sample was added its claims open; each wait lies within 0 … 2³² − 1 and
 * is over when that many seconds have passed.
 *
 * @param refund until the author can refund it and others can report it
 * @param ownerClaim until the model's owner can take what is left
 * @param anyAddressClaim until anyone can take what is left
 */
public record Waits(long refund, long ownerClaim, long anyAddressClaim) {

  /**
   * @throws IllegalArgumentException if a wait is not a {@code uint32}
   */
  public Waits {
    check(refund);
    check(ownerClaim);
    check(anyAddressClaim);
  }

  private static void check(long seconds) {
    if (seconds < 0 || seconds > 0xffff_ffffL) {
      throw new IllegalArgumentException("a wait lies within 0 and 2^32 - 1 seconds: " + seconds);
    }
  }
}
