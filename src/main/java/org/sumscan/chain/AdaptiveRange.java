package org.sumscan.chain;

/**
 * How many blocks to ask one endpoint for at once: twice as many after a small answer, half as many
 * after one that was too large. Safe for use by several threads.
 */
final class AdaptiveRange {

  private static final long FIRST = 32;
  private static final long MOST = 100_000;

  /** An answer of this size is large enough, in bytes; four times as much is too large. */
  static final long GOOD_BYTES = 6L << 20;

  private long blocks = FIRST;
  private long ceiling = MOST;

  synchronized long blocks() {
    return blocks;
  }

  /** An answer about that many blocks came. */
  synchronized void answered(long asked, long bytes) {
    if (bytes > 2 * GOOD_BYTES) {
      blocks = Math.max(1, Math.min(blocks, asked) / 2);
    } else if (bytes < GOOD_BYTES / 2 && asked >= blocks) {
      blocks = Math.min(ceiling, blocks * 2);
    }
  }

  /**
   * The endpoint refused an answer about that many blocks; it is not asked for as many again soon.
   */
  synchronized void refused(long asked) {
    blocks = Math.max(1, asked / 2);
    ceiling = Math.max(1, asked - 1);
  }
}
