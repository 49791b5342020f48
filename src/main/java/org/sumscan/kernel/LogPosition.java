package org.sumscan.kernel;

/** A log's position in its chain's history: by block, then by the log's index in that block. */
public record LogPosition(long block, int index) implements Comparable<LogPosition> {

  /** Before the first log of any chain. */
  public static final LogPosition START = new LogPosition(-1, 0);

  /** After the last log of a block. */
  public static LogPosition endOf(long block) {
    return new LogPosition(block, Integer.MAX_VALUE);
  }

  @Override
  public int compareTo(LogPosition other) {
    int order = Long.compare(block, other.block);
    return order == 0 ? Integer.compare(index, other.index) : order;
  }

  @Override
  public String toString() {
    return block + "/" + index;
  }
}
