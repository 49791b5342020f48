package org.sumscan.ledger.unlisted;

/**
 * How much is kept of contracts that are not listed; beyond it only is noted from which block on
 * logs are missing, and they are fetched again should their contract be listed.
 *
 * @param rows logs of one contract
 * @param bytes of one contract's logs
 * @param bytesOfChain of all such logs of one chain
 * @param emitters such contracts of one chain
 */
public record UnlistedLogQuota(int rows, long bytes, long bytesOfChain, long emitters) {

  /** What a server has room for. */
  public static final UnlistedLogQuota USUAL =
      new UnlistedLogQuota(20_000, 16L << 20, 1L << 30, 100_000);
}
