package org.sumscan.kernel;

/** One certain log, as a page names it: chain, transaction and the log's index in its block. */
public record LogRef(ChainId chain, Hash32 transaction, int index) {

  /**
   * @throws IllegalArgumentException if the index is negative
   */
  public LogRef {
    if (index < 0) {
      throw new IllegalArgumentException("a log index is not negative: " + index);
    }
  }

  @Override
  public String toString() {
    return chain + "/" + transaction + "/" + index;
  }
}
