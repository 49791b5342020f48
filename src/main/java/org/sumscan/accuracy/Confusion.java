package org.sumscan.accuracy;

import java.util.List;

/** How often each label met each answer, only pairs that occurred, by label, then by answer. */
public record Confusion(List<Cell> cells) {

  /** Stands for a label without a class, or for a sample that the model gave no answer to. */
  public static final int NONE = -1;

  /** The most pairs that are read; a model with more classes shows its most frequent ones. */
  public static final int CELLS = 10_000;

  public Confusion {
    cells = List.copyOf(cells);
  }

  /**
   * One pair.
   *
   * @param label position of the class that the contributor named, or {@link #NONE}
   * @param prediction position of the class that the model answered, or {@link #NONE}
   * @param samples how many samples, at least 1
   */
  public record Cell(int label, int prediction, long samples) {}
}
