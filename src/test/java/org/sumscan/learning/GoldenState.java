package org.sumscan.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.List;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.sumscan.kernel.UInt64;
import tools.jackson.databind.JsonNode;

/** The whole state of a model as a golden file tells it. */
record GoldenState(JsonNode state, String where) {

  void compare(Classifier model) {
    switch (model) {
      case DensePerceptron perceptron -> compare(perceptron);
      case SparsePerceptron perceptron -> compare(perceptron);
      case NaiveBayes bayes -> compare(bayes);
      case NearestCentroid centroids -> compare(centroids);
      case SparseNearestCentroid centroids -> compare(centroids);
    }
  }

  private void compare(DensePerceptron perceptron) {
    List<BigInteger> weights =
        IntStream.range(0, perceptron.dimension()).mapToObj(perceptron::weight).toList();
    assertThat(weights).as(where).containsExactly(GoldenFile.integers(state.get("weights")));
  }

  private void compare(SparsePerceptron perceptron) {
    state
        .get("weights")
        .properties()
        .forEach(
            weight ->
                assertThat(perceptron.weight(UInt64.of(weight.getKey())))
                    .as("%s: weight of %s", where, weight.getKey())
                    .isEqualTo(GoldenFile.integer(weight.getValue())));
    for (long feature : perceptron.indices()) {
      assertThat(state.get("weights").has(Long.toUnsignedString(feature)))
          .as("%s: weight of %s", where, feature)
          .isTrue();
    }
  }

  private void compare(NaiveBayes bayes) {
    for (int k = 0; k < bayes.classCount(); k++) {
      int at = k;
      compareOfClass("counts", k, feature -> BigInteger.valueOf(bayes.featureCount(at, feature)));
      compareOfClass("numSamples", k, bayes.numSamples(k).toBigInteger());
      compareOfClass("totals", k, bayes.classTotalFeatureCount(k).toBigInteger());
    }
    compareFeatures(LongStream.of(bayes.features()));
  }

  private void compare(NearestCentroid centroids) {
    for (int k = 0; k < centroids.classCount(); k++) {
      assertThat(centroids.centroid(k))
          .as(where)
          .isEqualTo(GoldenFile.longs(state.get("centroids").get(k)));
      compareOfClass("counts", k, centroids.dataCount(k));
    }
  }

  private void compare(SparseNearestCentroid centroids) {
    for (int k = 0; k < centroids.classCount(); k++) {
      int at = k;
      compareOfClass("values", k, feature -> centroids.centroidValue(at, feature).toBigInteger());
      compareOfClass("numSamples", k, centroids.numSamples(k).toBigInteger());
      compareOfClass("squaredMagnitude", k, centroids.squaredMagnitude(k));
      if (centroids instanceof SummedSparseCentroids summed) {
        compareOfClass("sums", k, feature -> BigInteger.valueOf(summed.sum(at, feature)));
        compareOfClass("sumOfSquares", k, summed.sumOfSquares(k));
      }
      compareFeatures(LongStream.of(centroids.features(k)));
    }
  }

  /** Nothing is known of a feature that the file does not name. */
  private void compareFeatures(LongStream known) {
    assertThat(LongStream.of(GoldenFile.longs(state.get("features"))).boxed())
        .as(where)
        .containsAll(known.boxed().toList());
  }

  private void compareOfClass(String member, int classIndex, BigInteger actual) {
    assertThat(actual)
        .as("%s: %s of class %d", where, member, classIndex)
        .isEqualTo(GoldenFile.integers(state.get(member))[classIndex]);
  }

  private void compareOfClass(String member, int classIndex, LongFunction<BigInteger> actual) {
    long[] features = GoldenFile.longs(state.get("features"));
    assertThat(LongStream.of(features).mapToObj(actual))
        .as("%s: %s of class %d", where, member, classIndex)
        .containsExactly(GoldenFile.integers(state.get(member).get(classIndex)));
  }
}
