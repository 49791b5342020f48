package org.sumscan.replay;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.sumscan.contracts.ContractFunction;
import org.sumscan.kernel.UInt256;
import org.sumscan.kernel.UInt64;
import org.sumscan.learning.Classifier;
import org.sumscan.learning.DensePerceptron;
import org.sumscan.learning.NaiveBayes;
import org.sumscan.learning.NearestCentroid;
import org.sumscan.learning.Prediction;
import org.sumscan.learning.SparseNearestCentroid;
import org.sumscan.learning.SparsePerceptron;

/** Chooses what to ask a classifier on chain: predictions, and the state that learning changes. */
final class Questions {

  private static final int CLASSES = 4;
  private static final int VALUES = 4;

  private Questions() {}

  /**
   * @param samples some that the model was taught, the latest last
   */
  static List<Question> about(Classifier classifier, Collection<long[]> samples) {
    List<Question> questions = new ArrayList<>();
    samples.forEach(sample -> questions.add(prediction(classifier, sample)));
    long[] latest = samples.stream().reduce(new long[0], (earlier, later) -> later);
    questions.addAll(
        switch (classifier) {
          case DensePerceptron model -> weights(model);
          case SparsePerceptron model -> weights(model, latest);
          case NaiveBayes model -> counts(model, latest);
          case NearestCentroid model -> centroids(model);
          case SparseNearestCentroid model -> centroids(model, latest);
        });
    return questions;
  }

  private static Question prediction(Classifier classifier, long[] sample) {
    BigInteger expected =
        switch (classifier.predict(sample)) {
          case Prediction.Label(UInt64 label) -> label.toBigInteger();
          case Prediction.Rejected rejected -> null;
        };
    return new Question("a prediction", ContractFunction.PREDICT.call(sample), expected);
  }

  private static List<Question> weights(DensePerceptron model) {
    return IntStream.range(0, Math.min(VALUES, model.dimension()))
        .mapToObj(
            i ->
                new Question(
                    "weight " + i,
                    ContractFunction.DENSE_WEIGHTS.call(UInt256.of(i)),
                    model.weight(i)))
        .toList();
  }

  private static List<Question> weights(SparsePerceptron model, long[] latest) {
    return LongStream.of(latest)
        .limit(VALUES)
        .mapToObj(UInt64::new)
        .map(
            index ->
                new Question(
                    "weight " + index,
                    ContractFunction.SPARSE_WEIGHTS.call(index),
                    model.weight(index)))
        .toList();
  }

  private static List<Question> counts(NaiveBayes model, long[] latest) {
    List<Question> questions = new ArrayList<>();
    for (int k = 0; k < Math.min(CLASSES, model.classCount()); k++) {
      questions.add(
          new Question(
              "the samples of class " + k,
              ContractFunction.NUM_SAMPLES.call(UInt256.of(k)),
              model.numSamples(k).toBigInteger()));
      questions.add(
          new Question(
              "the features of class " + k,
              ContractFunction.CLASS_TOTAL_FEATURE_COUNT.call(UInt256.of(k)),
              model.classTotalFeatureCount(k).toBigInteger()));
    }
    if (latest.length > 0) {
      long feature = latest[0] & 0xffff_ffffL;
      questions.add(
          new Question(
              "the count of feature " + feature,
              ContractFunction.FEATURE_COUNT.call(UInt256.ZERO, UInt256.of(feature)),
              BigInteger.valueOf(model.featureCount(0, feature))));
    }
    return questions;
  }

  private static List<Question> centroids(NearestCentroid model) {
    List<Question> questions = new ArrayList<>();
    for (int k = 0; k < Math.min(CLASSES, model.classCount()); k++) {
      questions.add(
          new Question(
              "the samples of class " + k,
              ContractFunction.NUM_SAMPLES.call(UInt256.of(k)),
              dataCount(model, k)));
      long[] centroid = model.centroid(k);
      for (int j = 0; j < Math.min(VALUES, centroid.length); j++) {
        questions.add(
            new Question(
                "the centroid of class " + k + " at " + j,
                ContractFunction.DENSE_CENTROID_VALUE.call(UInt256.of(k), UInt256.of(j)),
                BigInteger.valueOf(centroid[j])));
      }
    }
    return questions;
  }

  /** Where the originals lack a class's count, asking for it fails. */
  private static @Nullable BigInteger dataCount(NearestCentroid model, int k) {
    return k < model.dataCounts() ? model.dataCount(k) : null;
  }

  private static List<Question> centroids(SparseNearestCentroid model, long[] latest) {
    List<Question> questions = new ArrayList<>();
    for (int k = 0; k < Math.min(CLASSES, model.classCount()); k++) {
      questions.add(
          new Question(
              "the samples of class " + k,
              ContractFunction.NUM_SAMPLES.call(UInt256.of(k)),
              model.numSamples(k).toBigInteger()));
      questions.add(
          new Question(
              "the squared magnitude of class " + k,
              ContractFunction.SQUARED_MAGNITUDE.call(UInt256.of(k)),
              model.squaredMagnitude(k)));
      if (latest.length > 0) {
        long feature = latest[0] & 0xffff_ffffL;
        questions.add(
            new Question(
                "the centroid of class " + k + " at " + feature,
                ContractFunction.SPARSE_CENTROID_VALUE.call(UInt256.of(k), UInt256.of(feature)),
                centroidValue(model, k, feature)));
      }
    }
    return questions;
  }

  private static @Nullable BigInteger centroidValue(
      SparseNearestCentroid model, int k, long feature) {
    try {
      return model.centroidValue(k, feature).toBigInteger();
    } catch (ArithmeticException reverts) {
      return null;
    }
  }
}
