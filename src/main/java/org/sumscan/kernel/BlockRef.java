package org.sumscan.kernel;

/**
 * One certain block: its height and its hash, so that a block of the same height on another branch
 * is not equal.
 */
public record BlockRef(long number, Hash32 hash) {

  /**
   * @throws IllegalArgumentException if the number is negative
   */
  public BlockRef {
    if (number < 0) {
      throw new IllegalArgumentException("a block number is not negative: " + number);
    }
  }

  @Override
  public String toString() {
    return number + " (" + hash + ")";
  }
}
