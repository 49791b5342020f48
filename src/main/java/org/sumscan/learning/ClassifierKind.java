package org.sumscan.learning;

/** The five kinds of classifier that the contracts implement. */
public enum ClassifierKind {
  DENSE_PERCEPTRON("dense-perceptron", 1, SampleForm.DENSE),
  SPARSE_PERCEPTRON("sparse-perceptron", 2, SampleForm.SPARSE),
  NAIVE_BAYES("naive-bayes", 3, SampleForm.SPARSE),
  NEAREST_CENTROID("nearest-centroid", 4, SampleForm.DENSE),
  SPARSE_NEAREST_CENTROID("sparse-nearest-centroid", 5, SampleForm.SPARSE);

  /** What the numbers of a sample are. */
  private enum SampleForm {

    /** One value per dimension. */
    DENSE,

    /** The indices of the features that are present. */
    SPARSE
  }

  private final String wireName;
  private final int code;
  private final SampleForm samples;

  ClassifierKind(String wireName, int code, SampleForm samples) {
    this.wireName = wireName;
    this.code = code;
    this.samples = samples;
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
    return samples == SampleForm.DENSE;
  }
}
