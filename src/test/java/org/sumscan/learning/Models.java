package org.sumscan.learning;

import java.math.BigInteger;

/** A small model for each rule set, with negative, large and odd numbers in it. */
final class Models {

  private Models() {}

  static Classifier small(LearningRules rules) {
    BigInteger[] weights = {BigInteger.valueOf(-7), BigInteger.ZERO, Draw.power(79).negate()};
    return switch (rules.kind()) {
      case DENSE_PERCEPTRON ->
          DensePerceptron.start(rules, 2, weights, BigInteger.TWO, 0xffff_ffffL).build();
      case SPARSE_PERCEPTRON ->
          SparsePerceptron.start(rules, 2, weights, BigInteger.TWO, 5)
              .initializeSparseWeights(
                  new BigInteger[][] {{Draw.power(64).subtract(BigInteger.ONE), BigInteger.TEN}})
              .build();
      case NAIVE_BAYES ->
          NaiveBayes.start(
                  rules,
                  new long[] {3, -5},
                  new long[][][] {{{7, 1}, {0, 0xffff_fff0L}}, {{0xffff_ffffL, 2}}},
                  BigInteger.valueOf(300),
                  1)
              .build();
      case NEAREST_CENTROID ->
          NearestCentroid.start(
                  rules,
                  new long[][] {{Long.MIN_VALUE, 0}, {5, -6}},
                  new BigInteger[] {BigInteger.ZERO, BigInteger.TEN})
              .build();
      case SPARSE_NEAREST_CENTROID ->
          SparseNearestCentroid.start(
                  rules,
                  new long[][][] {{{9, 4}, {2, 600_000_000}}, {{0xffff_ffffL, 1L << 62}}},
                  new long[] {3, 0})
              .build();
    };
  }

  /** A sample that the small model learns. */
  static long[] sample(LearningRules rules) {
    return switch (rules.kind()) {
      case DENSE_PERCEPTRON -> new long[] {600_000_000, 0, -800_000_000};
      case NEAREST_CENTROID -> new long[] {-600_000_000, 800_000_000};
      case SPARSE_PERCEPTRON, NAIVE_BAYES, SPARSE_NEAREST_CENTROID -> new long[] {2, 9, 4};
    };
  }
}
