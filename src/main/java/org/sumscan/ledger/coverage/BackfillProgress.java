package org.sumscan.ledger.coverage;

/**
 * How much of the past of a model is in the index.
 *
 * @param from the first block in which it can have told of anything
 * @param head the newest block of its chain, or {@code from} where that is newer
 * @param read how many of the blocks from the one to the other are indexed with all its logs
 */
public record BackfillProgress(long from, long head, long read) {

  /** New blocks are always on their way: so many at the head are nothing to wait for. */
  static final int ON_THEIR_WAY = 16;

  /** How many blocks there are. */
  public long blocks() {
    return head - from + 1;
  }

  /** Whether nothing is left but what has only just been mined. */
  public boolean isWhole() {
    return blocks() - read <= ON_THEIR_WAY;
  }
}
