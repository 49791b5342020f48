package org.sumscan.accuracy.series;

import java.util.Arrays;
import java.util.Optional;

/**
 * The ways to draw test-then-train accuracy: each sample is answered by the model as it was just
 * before, then learnt; all three measure agreement with the contributors' labels.
 */
public enum Series {
  /** Hits of all samples so far. */
  PREQUENTIAL("prequential"),
  /** Hits of the latest 1000 samples (of all while there are fewer). */
  PREQUENTIAL_WINDOW("prequential-window"),
  /** Hits weighted by their age, each sample 0.999 of the one after it. */
  PREQUENTIAL_FADING("prequential-fading");

  /** How many samples the window holds. */
  public static final int WINDOW = 1000;

  /** How much a sample weighs beside the one after it. */
  public static final double FADING = 0.999;

  private final String wireName;

  Series(String wireName) {
    this.wireName = wireName;
  }

  /** The name in addresses and answers, such as "prequential-window". */
  public String wireName() {
    return wireName;
  }

  /** The series with that wire name, or nothing for a name that is not known. */
  public static Optional<Series> named(String wireName) {
    return Arrays.stream(values()).filter(series -> series.wireName.equals(wireName)).findFirst();
  }
}
