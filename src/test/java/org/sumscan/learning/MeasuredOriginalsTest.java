package org.sumscan.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.sumscan.kernel.UInt64;
import tools.jackson.databind.JsonNode;

/** What was measured on the originals' contracts comes out of the Java code too. */
class MeasuredOriginalsTest {

  static Stream<Arguments> measured() {
    JsonNode rules = GoldenFile.read("originals-measured.json").get("rules");
    return StreamSupport.stream(rules.spliterator(), false)
        .map(node -> Arguments.argumentSet(node.get("rules").asString(), node));
  }

  @ParameterizedTest
  @MethodSource("measured")
  void everyStepPredictionAndStateEqualsTheContracts(JsonNode measured) {
    LearningRules rules = LearningRules.named(measured.get("rules").asString()).orElseThrow();
    Classifier model = start(rules, measured.get("initial"));
    JsonNode steps = measured.get("steps");
    int applied = 0;
    for (JsonNode checkpoint : measured.get("checkpoints")) {
      for (; applied < checkpoint.get("after").asInt(); applied++) {
        apply(model, steps.get(applied), rules + " step " + applied);
      }
      String where = rules + " after " + applied;
      assertThat(predictions(model, measured.get("inputs")))
          .as(where)
          .containsExactly(GoldenFile.longs(checkpoint.get("predictions")));
      compareState(model, checkpoint.get("state"), where);
      assertThat(Classifier.restore(rules, model.state()).state())
          .as(where)
          .isEqualTo(model.state());
    }
    assertThat(applied).isEqualTo(steps.size()).isPositive();
  }

  private static void apply(Classifier model, JsonNode step, String where) {
    byte[] before = model.state();
    Training training =
        model.update(GoldenFile.longs(step.get("data")), UInt64.of(step.get("label").asString()));
    assertThat(training instanceof Training.Learned)
        .as("%s: %s", where, training)
        .isEqualTo(step.get("ok").asBoolean());
    if (training instanceof Training.Rejected) {
      assertThat(model.state()).as(where).isEqualTo(before);
    }
  }

  private static long[] predictions(Classifier model, JsonNode inputs) {
    List<Long> answers = new ArrayList<>();
    for (JsonNode input : inputs) {
      Prediction answer = model.predict(GoldenFile.longs(input));
      answers.add(answer instanceof Prediction.Label(UInt64 label) ? label.bits() : -1L);
    }
    return answers.stream().mapToLong(Long::longValue).toArray();
  }

  private static Classifier start(LearningRules rules, JsonNode initial) {
    int classCount = initial.get("classes").size();
    return switch (rules.kind()) {
      case DENSE_PERCEPTRON ->
          DensePerceptron.start(
                  rules,
                  classCount,
                  GoldenFile.integers(initial.get("weights")),
                  GoldenFile.integer(initial.get("intercept")),
                  initial.get("lr").asLong())
              .build();
      case SPARSE_PERCEPTRON ->
          SparsePerceptron.start(
                  rules,
                  classCount,
                  GoldenFile.integers(initial.get("weights")),
                  GoldenFile.integer(initial.get("intercept")),
                  initial.get("lr").asLong())
              .initializeSparseWeights(GoldenFile.integerRows(initial.get("extra")))
              .build();
      case NAIVE_BAYES ->
          NaiveBayes.start(
                  rules,
                  GoldenFile.longs(initial.get("counts")),
                  GoldenFile.rowsOfEach(initial.get("featureCounts")),
                  GoldenFile.integer(initial.get("total")),
                  initial.get("smoothing").asLong())
              .build();
      case NEAREST_CENTROID ->
          NearestCentroid.start(
                  rules,
                  GoldenFile.rows(initial.get("centroids")),
                  GoldenFile.integers(initial.get("counts")))
              .build();
      case SPARSE_NEAREST_CENTROID ->
          SparseNearestCentroid.start(
                  rules,
                  GoldenFile.rowsOfEach(initial.get("centroids")),
                  GoldenFile.longs(initial.get("counts")))
              .build();
    };
  }

  private static void compareState(Classifier model, JsonNode state, String where) {
    switch (model) {
      case DensePerceptron perceptron ->
          assertThat(GoldenFile.integers(state.get("weights")))
              .as(where)
              .hasSize(perceptron.dimension())
              .satisfies(
                  weights -> {
                    for (int i = 0; i < weights.length; i++) {
                      assertThat(perceptron.weight(i)).as(where).isEqualTo(weights[i]);
                    }
                  });
      case SparsePerceptron perceptron ->
          state
              .get("weights")
              .properties()
              .forEach(
                  weight ->
                      assertThat(perceptron.weight(UInt64.of(weight.getKey())))
                          .as("%s: weight %s", where, weight.getKey())
                          .isEqualTo(GoldenFile.integer(weight.getValue())));
      case NaiveBayes bayes -> compareCounts(bayes, state, where);
      case NearestCentroid centroids -> {
        for (int k = 0; k < centroids.classCount(); k++) {
          assertThat(centroids.centroid(k))
              .as(where)
              .isEqualTo(GoldenFile.longs(state.get("centroids").get(k)));
          assertThat(centroids.dataCount(k))
              .as(where)
              .isEqualTo(GoldenFile.integer(state.get("counts").get(k)));
        }
      }
      case SparseNearestCentroid centroids -> compareValues(centroids, state, where);
    }
  }

  private static void compareCounts(NaiveBayes bayes, JsonNode state, String where) {
    long[] features = GoldenFile.longs(state.get("features"));
    for (int k = 0; k < bayes.classCount(); k++) {
      int classIndex = k;
      assertThat(LongStream.of(features).map(f -> bayes.featureCount(classIndex, f)).toArray())
          .as(where)
          .isEqualTo(GoldenFile.longs(state.get("counts").get(k)));
      assertThat(bayes.numSamples(k).bits())
          .as(where)
          .isEqualTo(GoldenFile.longs(state.get("numSamples"))[k]);
      assertThat(bayes.classTotalFeatureCount(k).bits())
          .as(where)
          .isEqualTo(GoldenFile.longs(state.get("totals"))[k]);
    }
  }

  private static void compareValues(SparseNearestCentroid model, JsonNode state, String where) {
    long[] features = GoldenFile.longs(state.get("features"));
    for (int k = 0; k < model.classCount(); k++) {
      int classIndex = k;
      assertThat(LongStream.of(features).map(f -> model.centroidValue(classIndex, f).bits()))
          .as(where)
          .containsExactly(
              LongStream.of(GoldenFile.longs(state.get("values").get(k)))
                  .boxed()
                  .toArray(Long[]::new));
      assertThat(model.numSamples(k).bits())
          .as(where)
          .isEqualTo(GoldenFile.longs(state.get("numSamples"))[k]);
      BigInteger magnitude = GoldenFile.integers(state.get("squaredMagnitude"))[k];
      assertThat(model.squaredMagnitude(k)).as(where).isEqualTo(magnitude);
    }
  }
}
