package org.sumscan.kernel;

/** The blocks from one height to another, both included; never empty. */
public record BlockRange(long from, long to) implements Comparable<BlockRange> {

  /**
   * @throws IllegalArgumentException unless 0 ≤ from ≤ to
   */
  public BlockRange {
    if (from < 0 || to < from) {
      throw new IllegalArgumentException("not a range of blocks: " + from + " to " + to);
    }
  }

  /** How many blocks there are, at least 1. */
  public long length() {
    return to - from + 1;
  }

  /** Whether the block lies in the range. */
  public boolean contains(long block) {
    return from <= block && block <= to;
  }

  @Override
  public int compareTo(BlockRange other) {
    int order = Long.compare(from, other.from);
    return order == 0 ? Long.compare(to, other.to) : order;
  }

  @Override
  public String toString() {
    return from + ".." + to;
  }
}
