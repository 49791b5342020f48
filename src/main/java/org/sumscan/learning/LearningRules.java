package org.sumscan.learning;

import java.util.Arrays;
import java.util.Optional;

/**
 * The arithmetic that a deployed classifier follows: its kind and the version of the rules, 1 for
 * the originals' and 2 for ours.
 */
public enum LearningRules {
  DENSE_PERCEPTRON_1(ClassifierKind.DENSE_PERCEPTRON, 1),
  DENSE_PERCEPTRON_2(ClassifierKind.DENSE_PERCEPTRON, 2),
  SPARSE_PERCEPTRON_1(ClassifierKind.SPARSE_PERCEPTRON, 1),
  SPARSE_PERCEPTRON_2(ClassifierKind.SPARSE_PERCEPTRON, 2),
  NAIVE_BAYES_1(ClassifierKind.NAIVE_BAYES, 1),
  NAIVE_BAYES_2(ClassifierKind.NAIVE_BAYES, 2),
  NEAREST_CENTROID_1(ClassifierKind.NEAREST_CENTROID, 1),
  NEAREST_CENTROID_2(ClassifierKind.NEAREST_CENTROID, 2),
  SPARSE_NEAREST_CENTROID_1(ClassifierKind.SPARSE_NEAREST_CENTROID, 1),
  SPARSE_NEAREST_CENTROID_2(ClassifierKind.SPARSE_NEAREST_CENTROID, 2);

  private final ClassifierKind kind;
  private final int version;

  LearningRules(ClassifierKind kind, int version) {
    this.kind = kind;
    this.version = version;
  }

  /** What {@code learningRules()} of a contract answers, such as "naive-bayes/2". */
  public String wireName() {
    return kind.wireName() + "/" + version;
  }

  /** The kind of classifier. */
  public ClassifierKind kind() {
    return kind;
  }

  /** 1 for the originals' rules, 2 for ours. */
  public int version() {
    return version;
  }

  /**
   * @throws IllegalArgumentException if these are the rules of another kind
   */
  void requireKind(ClassifierKind needed) {
    if (kind != needed) {
      throw new IllegalArgumentException(wireName() + " are not the rules of " + needed.wireName());
    }
  }

  /** The rules of that kind and version, of which there are 1 and 2. */
  public static LearningRules of(ClassifierKind kind, int version) {
    return Arrays.stream(values())
        .filter(rules -> rules.kind == kind && rules.version == version)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no rules of version " + version));
  }

  /** The rules with that wire name, or nothing for a name that is not known. */
  public static Optional<LearningRules> named(String wireName) {
    return Arrays.stream(values()).filter(rules -> rules.wireName().equals(wireName)).findFirst();
  }
}
