package org.sumscan.learning;

/** The five kinds of classifier that the contracts implement. */
public enum ClassifierKind {
  DENSE_PERCEPTRON("dense-perceptron"),
  SPARSE_PERCEPTRON("sparse-perceptron"),
  NAIVE_BAYES("naive-bayes"),
  NEAREST_CENTROID("nearest-centroid"),
  SPARSE_NEAREST_CENTROID("sparse-nearest-centroid");

  private final String wireName;

  ClassifierKind(String wireName) {
    this.wireName = wireName;
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
