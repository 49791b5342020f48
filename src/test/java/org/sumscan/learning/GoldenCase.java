package org.sumscan.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.sumscan.kernel.UInt64;
import tools.jackson.databind.JsonNode;

/** A model's life as a golden file tells it: a start, steps, and checkpoints in between. */
final class GoldenCase {

  private static final String UNNAMED = "revert";

  private final LearningRules rules;
  private final JsonNode told;
  private final Classifier model;

  GoldenCase(LearningRules rules, JsonNode told) {
    this.rules = rules;
    this.told = told;
    this.model = start(told.get("initial"));
  }

  /** Takes every step and compares at every checkpoint. */
  void replay() {
    JsonNode steps = told.get("steps");
    int applied = 0;
    for (JsonNode checkpoint : told.get("checkpoints")) {
      for (; applied < checkpoint.get("after").asInt(); applied++) {
        apply(steps.get(applied), "step " + applied);
      }
      compare(checkpoint, "after " + applied);
    }
    assertThat(applied).isEqualTo(steps.size());
  }

  private void apply(JsonNode step, String where) {
    byte[] before = model.state();
    UInt64 label = UInt64.of(step.get("label").asString());
    Training training = model.update(GoldenFile.longs(step.get("data")), label);
    assertThat(training instanceof Training.Learned)
        .as("%s: %s", where, training)
        .isEqualTo(step.get("ok").asBoolean());
    if (training instanceof Training.Rejected(Rejection reason)) {
      assertThat(model.state()).as(where).isEqualTo(before);
      if (rules.version() > 1) {
        assertThat(nameOf(reason)).as(where).isEqualTo(step.get("error").asString());
      }
    }
  }

  private void compare(JsonNode checkpoint, String where) {
    JsonNode inputs = told.get("inputs");
    for (int i = 0; i < inputs.size(); i++) {
      assertThat(answer(GoldenFile.longs(inputs.get(i))))
          .as("%s: input %d", where, i)
          .isEqualTo(checkpoint.get("predictions").get(i).asString());
    }
    new GoldenState(checkpoint.get("state"), where).compare(model);
    Classifier restored = Classifier.restore(rules, model.state());
    assertThat(restored.digest()).as(where).isEqualTo(model.digest());
    new GoldenState(checkpoint.get("state"), where + ", restored").compare(restored);
  }

  private String answer(long[] input) {
    return switch (model.predict(input)) {
      case Prediction.Label(UInt64 label) -> label.toString();
      case Prediction.Rejected(Rejection reason) -> rules.version() == 1 ? UNNAMED : nameOf(reason);
    };
  }

  /** The contract's error, such as {@code WrongNorm}. */
  private static String nameOf(Rejection reason) {
    return Arrays.stream(reason.name().split("_"))
        .map(word -> word.charAt(0) + word.substring(1).toLowerCase(java.util.Locale.ROOT))
        .collect(Collectors.joining());
  }

  private Classifier start(JsonNode initial) {
    return switch (rules.kind()) {
      case DENSE_PERCEPTRON ->
          DensePerceptron.start(
                  rules,
                  initial.get("classes").size(),
                  GoldenFile.integers(initial.get("weights")),
                  GoldenFile.integer(initial.get("intercept")),
                  initial.get("lr").asLong())
              .build();
      case SPARSE_PERCEPTRON ->
          SparsePerceptron.start(
                  rules,
                  initial.get("classes").size(),
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
}
