package org.sumscan.registration.classifier;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.sumscan.contracts.ContractFunction;
import org.sumscan.kernel.UInt256;
import org.sumscan.learning.ClassifierKind;

/**
 * How the contract of a kind of classifier is recognised on chain.
 *
 * @param artifact what the build calls our contract of the kind
 * @param getters what a contract of the kind answers, and no contract of a later kind answers all
 *     of
 * @param valueAt the getter that answers for each place of a dense sample and reverts behind the
 *     last; null for a kind whose samples have no fixed length
 */
public record ClassifierContract(
    String artifact, List<Getter> getters, @Nullable LongFunction<Getter> valueAt) {

  /** A function and the arguments to ask it with. */
  public record Getter(ContractFunction function, List<Object> arguments) {

    private static Getter of(ContractFunction function, Object... arguments) {
      return new Getter(function, List.of(arguments));
    }
  }

  // The empty vector has a norm in the dense kinds only; the sparse ones have none for any.
  private static final Getter NORM = Getter.of(ContractFunction.NORM, (Object) new long[0]);
  private static final Getter INTERCEPT = Getter.of(ContractFunction.INTERCEPT);
  private static final Getter LEARNING_RATE = Getter.of(ContractFunction.LEARNING_RATE);
  private static final Getter SMOOTHING = Getter.of(ContractFunction.SMOOTHING_FACTOR);
  private static final Getter SAMPLES = Getter.of(ContractFunction.NUM_SAMPLES, UInt256.ZERO);

  /** The contract of a kind. */
  public static ClassifierContract of(ClassifierKind kind) {
    return switch (kind) {
      case DENSE_PERCEPTRON ->
          new ClassifierContract(
              "DensePerceptron",
              List.of(INTERCEPT, LEARNING_RATE, NORM),
              place -> Getter.of(ContractFunction.DENSE_WEIGHTS, UInt256.of(place)));
      case SPARSE_PERCEPTRON ->
          new ClassifierContract("SparsePerceptron", List.of(INTERCEPT, LEARNING_RATE), null);
      case NAIVE_BAYES -> new ClassifierContract("NaiveBayesClassifier", List.of(SMOOTHING), null);
      case NEAREST_CENTROID ->
          new ClassifierContract(
              "NearestCentroidClassifier",
              List.of(SAMPLES, NORM),
              place -> Getter.of(ContractFunction.CENTROIDS, UInt256.ZERO, UInt256.of(place)));
      case SPARSE_NEAREST_CENTROID ->
          new ClassifierContract("SparseNearestCentroidClassifier", List.of(SAMPLES), null);
    };
  }

  /** The kind of a contract by the getters that it answers; nothing where it answers like none. */
  public static Optional<ClassifierKind> kind(Predicate<Getter> answers) {
    return Arrays.stream(ClassifierKind.values())
        .filter(kind -> of(kind).getters().stream().allMatch(answers))
        .findFirst();
  }
}
