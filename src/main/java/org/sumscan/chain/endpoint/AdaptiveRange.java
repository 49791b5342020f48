package org.sumscan.chain.endpoint;

/**
 * How many blocks to ask one endpoint for at once: twice as many after a small answer, half as many
 * after one that was too large. Safe for use by several threads.
 */
public final class AdaptiveRange {

  private static final long FIRST = 32;
  private static final long MOST = 100_000;

  /** An answer of this size is large enough, in bytes; four times as much is too large. */
  public static final long GOOD_BYTES = 6L << 20;

  /** After so many answers to as much as is allowed, a little more is tried again. */
  private static final int PATIENCE = 32;

  private long blocks = FIRST;
  private long ceiling = MOST;
  private int atCeiling;

  /** How many to ask for now. */
  public synchronized long blocks() {
    return blocks;
  }

  /** An answer about that many blocks came. */
  public synchronized void answered(long asked, long bytes) {
    if (bytes > 2 * GOOD_BYTES) {
      blocks = Math.max(1, Math.min(blocks, asked) / 2);
    } else if (bytes < GOOD_BYTES / 2 && asked >= blocks) {
      if (blocks >= ceiling) raiseCeiling();
      blocks = Math.min(ceiling, blocks * 2);
    }
  }

  /** What was refused once may have been a fault of the moment. */
  private void raiseCeiling() {
    if (++atCeiling < PATIENCE) return;
    atCeiling = 0;
    ceiling = Math.min(MOST, ceiling + Math.max(1, ceiling / 4));
  }

  /**
   * The endpoint refused an answer about that many blocks; it is not asked for as many again soon.
   */
  public synchronized void refused(long asked) {
    blocks = Math.max(1, asked / 2);
    ceiling = Math.max(1, asked - 1);
    atCeiling = 0;
  }
}
