package org.sumscan.learning;

/** The five kinds of classifier that the contracts implement. */
public enum ClassifierKind {
  DENSE_PERCEPTRON("dense-perceptron", 1),
  SPARSE_PERCEPTRON("sparse-perceptron", 2),
  NAIVE_BAYES("naive-bayes", 3),
  NEAREST_CENTROID("nearest-centroid", 4),
  SPARSE_NEAREST_CENTROID("sparse-nearest-centroid", 5);

  private final String wireName;
  private final int code;

  ClassifierKind(String wireName, int code) {
    this.wireName = wireName;
    this.code = code;
  }

  /** What stands for the kind in the bytes of a state; never changes. */
  int code() {
    return code;
  }

  /** The name as the contracts write it in front of the version, such as "naive-bayes". */
  public String wireName() {
    return wireName;
  }

  /** Whether a sample holds one value per dimension, and not the indices of present features. */
  public boolean isDense() {
    return this == DENSE_PERCEPTRON || this == NEAREST_CENTROID;
  }
}
