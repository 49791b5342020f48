package org.sumscan.registration.classifier;

import java.math.BigInteger;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.sumscan.contracts.abi.AbiArray;
import org.sumscan.contracts.abi.AbiWords;
import org.sumscan.kernel.UInt64;
import org.sumscan.learning.Classifier;
import org.sumscan.learning.DensePerceptron;
import org.sumscan.learning.LearningRules;
import org.sumscan.learning.NaiveBayes;
import org.sumscan.learning.NearestCentroid;
import org.sumscan.learning.SparseNearestCentroid;
import org.sumscan.learning.SparsePerceptron;

/**
 * A classifier while it is being deployed: made from its constructor's arguments, changed by its
 * initialising functions. Everything throws {@link IllegalArgumentException} where the contract
 * would have reverted, so that what we think was deployed cannot have been.
 */
public interface InitialStateBuilder {

  /** Applies a call that succeeded on chain. */
  void apply(InitialisingFunction function, AbiWords arguments);

  /** The classifier as it is now. */
  Classifier build();

  /** The classifier that the constructor made. */
  static InitialStateBuilder of(LearningRules rules, AbiWords constructor) {
    return switch (rules.kind()) {
      case DENSE_PERCEPTRON -> densePerceptron(rules, constructor);
      case SPARSE_PERCEPTRON -> sparsePerceptron(rules, constructor);
      case NAIVE_BAYES -> naiveBayes(rules, constructor);
      case NEAREST_CENTROID -> nearestCentroid(rules, constructor);
      case SPARSE_NEAREST_CENTROID -> sparseNearestCentroid(rules, constructor);
    };
  }

  private static InitialStateBuilder densePerceptron(LearningRules rules, AbiWords arguments) {
    DensePerceptron.Start start =
        DensePerceptron.start(
            rules,
            arguments.array(0).length(),
            arguments.array(1).signed(80),
            arguments.signed(2, 80),
            arguments.unsigned(3, 32).longValue());
    return builder(
        start::build,
        (function, call) -> {
          if (function == InitialisingFunction.INITIALIZE_WEIGHTS) {
            start.initializeWeights(call.array(0).signed(80));
          }
        });
  }

  private static InitialStateBuilder sparsePerceptron(LearningRules rules, AbiWords arguments) {
    SparsePerceptron.Start start =
        SparsePerceptron.start(
            rules,
            arguments.array(0).length(),
            arguments.array(1).signed(80),
            arguments.signed(2, 80),
            arguments.unsigned(3, 32).longValue());
    return builder(
        start::build,
        (function, call) -> {
          if (function == InitialisingFunction.INITIALIZE_WEIGHTS_FROM) {
            start.initializeWeights(label(call, 0), call.array(1).signed(80));
          } else if (function == InitialisingFunction.INITIALIZE_SPARSE_WEIGHTS) {
            AbiArray pairs = call.array(0);
            start.initializeSparseWeights(
                pairs.of(BigInteger[][]::new, i -> pairs.elements().array(i).signed(80)));
          }
        });
  }

  private static InitialStateBuilder naiveBayes(LearningRules rules, AbiWords arguments) {
    AbiArray counts = arguments.array(2);
    NaiveBayes.Start start =
        NaiveBayes.start(
            rules,
            arguments.array(1).unsigned64(64),
            counts.of(long[][][]::new, k -> counts.elements().array(k).pairs(32)),
            arguments.unsigned(3, 256),
            arguments.unsigned(4, 32).longValue());
    return builder(
        start::build,
        (function, call) -> {
          if (function == InitialisingFunction.INITIALIZE_COUNTS) {
            start.initializeCounts(call.array(0).pairs(32), label(call, 1));
          } else if (function == InitialisingFunction.ADD_BAYES_CLASS) {
            start.addClass(label(call, 0), call.array(1).pairs(32));
          }
        });
  }

  private static InitialStateBuilder nearestCentroid(LearningRules rules, AbiWords arguments) {
    AbiArray centroids = arguments.array(1);
    NearestCentroid.Start start =
        NearestCentroid.start(
            rules,
            centroids.of(long[][]::new, k -> centroids.elements().array(k).signed64()),
            arguments.array(2).unsigned(256));
    return builder(
        start::build,
        (function, call) -> {
          if (function == InitialisingFunction.EXTEND_DENSE_CENTROID) {
            start.extendCentroid(call.array(0).signed64(), label(call, 1));
          } else if (function == InitialisingFunction.ADD_DENSE_CLASS) {
            start.addClass(call.array(0).signed64(), call.unsigned(2, 256));
          }
        });
  }

  private static InitialStateBuilder sparseNearestCentroid(
      LearningRules rules, AbiWords arguments) {
    AbiArray centroids = arguments.array(1);
    SparseNearestCentroid.Start start =
        SparseNearestCentroid.start(
            rules,
            centroids.of(long[][][]::new, k -> centroids.elements().array(k).pairs(64)),
            arguments.array(2).unsigned64(64));
    return builder(
        start::build,
        (function, call) -> {
          if (function == InitialisingFunction.EXTEND_SPARSE_CENTROID) {
            start.extendCentroid(call.array(0).pairs(64), label(call, 1));
          } else if (function == InitialisingFunction.ADD_SPARSE_CLASS) {
            start.addClass(call.array(0).pairs(64), label(call, 2));
          }
        });
  }

  private static UInt64 label(AbiWords call, int word) {
    return new UInt64(call.unsigned(word, 64).longValue());
  }

  private static InitialStateBuilder builder(
      Supplier<Classifier> build, BiConsumer<InitialisingFunction, AbiWords> apply) {
    return new InitialStateBuilder() {
      @Override
      public void apply(InitialisingFunction function, AbiWords arguments) {
        apply.accept(function, arguments);
      }

      @Override
      public Classifier build() {
        return build.get();
      }
    };
  }
}
