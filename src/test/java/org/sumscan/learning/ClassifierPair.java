package org.sumscan.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.sumscan.kernel.UInt64;
import org.sumscan.testing.Abi;

/** One model twice, in Java and on a chain, that started alike; random samples find differences. */
abstract class ClassifierPair {

  private static final Map<Integer, Rejection> ERRORS =
      Map.of(
              "LabelOutOfRange(uint256,uint256)", Rejection.LABEL_OUT_OF_RANGE,
              "WrongDimension(uint256,uint256)", Rejection.WRONG_DIMENSION,
              "IndexOutOfRange(int256)", Rejection.INDEX_OUT_OF_RANGE,
              "WrongNorm(uint256)", Rejection.WRONG_NORM,
              "WeightOverflow()", Rejection.WEIGHT_OVERFLOW,
              "CountOverflow()", Rejection.COUNT_OVERFLOW,
              "DataCountLimitReached(uint256)", Rejection.DATA_COUNT_LIMIT_REACHED)
          .entrySet()
          .stream()
          .collect(Collectors.toMap(entry -> selector(entry.getKey()), Map.Entry::getValue));

  final Random random;
  final List<Getter> getters = new ArrayList<>();
  private final Classifier java;
  private final ContractClassifier chain;

  /** What a getter of the contract should answer; nothing where it should revert. */
  record Getter(byte[] call, Supplier<BigInteger> expected) {}

  /** What came of all samples, without which equal answers would say little. */
  static final class Tally {

    private int learnt;
    private int refused;
    private int notPredicted;
    private final Set<Long> predictions = new HashSet<>();

    void count(ContractClassifier.Outcome outcome) {
      if (outcome.learnt()) learnt++;
      else refused++;
      if (outcome.predicted()) predictions.add(outcome.prediction());
      else notPredicted++;
    }

    void assertSomethingOfEach() {
      assertThat(predictions).hasSizeGreaterThan(1);
      assertThat(List.of(learnt, refused)).allMatch(count -> count > 100);
      assertThat(notPredicted).isLessThan((learnt + refused) / 2);
    }
  }

  ClassifierPair(Random random, Classifier java, ContractClassifier chain) {
    this.random = random;
    this.java = java;
    this.chain = chain;
  }

  /** A sample that may be learnt, or refused for some reason. */
  abstract long[] sample();

  /** Puts random samples to both and compares all answers, and then all getters. */
  final void compare(int samples, Tally tally) {
    compare(
        Stream.generate(() -> new ContractClassifier.Sample(sample(), label()))
            .limit(samples)
            .toList(),
        tally);
  }

  /** The same with given samples. */
  final void compare(List<ContractClassifier.Sample> batch, Tally tally) {
    List<ContractClassifier.Outcome> outcomes = chain.run(batch);
    for (int i = 0; i < batch.size(); i++) compare(batch.get(i), outcomes.get(i));
    outcomes.forEach(tally::count);
    compareState();
  }

  final void compareState() {
    List<BigInteger> words = chain.read(getters.stream().map(Getter::call).toList());
    for (int i = 0; i < words.size(); i++) {
      assertThat(words.get(i))
          .as("%s: getter %d of %d", java.rules(), i, words.size())
          .isEqualTo(getters.get(i).expected().get().mod(BigInteger.ONE.shiftLeft(256)));
    }
    assertThat(Classifier.restore(java.rules(), java.state()).digest()).isEqualTo(java.digest());
  }

  private void compare(ContractClassifier.Sample sample, ContractClassifier.Outcome outcome) {
    Supplier<String> where =
        () -> "%s %s label %d".formatted(java.rules(), List.of(sample.data()), sample.label());
    Prediction prediction = java.predict(sample.data());
    if (outcome.predicted()) {
      assertThat(prediction)
          .as(where)
          .isEqualTo(new Prediction.Label(new UInt64(outcome.prediction())));
    } else {
      assertThat(prediction).as(where).isInstanceOf(Prediction.Rejected.class);
    }
    Training training = java.update(sample.data(), new UInt64(sample.label()));
    assertThat(training instanceof Training.Learned).as(where).isEqualTo(outcome.learnt());
    if (java.rules().version() > 1) compareReasons(prediction, training, outcome, where);
  }

  private static void compareReasons(
      Prediction prediction,
      Training training,
      ContractClassifier.Outcome outcome,
      Supplier<String> where) {
    if (prediction instanceof Prediction.Rejected(Rejection reason)) {
      assertThat(ERRORS.get(outcome.predictError())).as(where).isEqualTo(reason);
    }
    if (training instanceof Training.Rejected(Rejection reason)) {
      assertThat(ERRORS.get(outcome.updateError())).as(where).isEqualTo(reason);
    }
  }

  private long label() {
    return switch (random.nextInt(40)) {
      case 0 -> java.classCount();
      case 1 -> -1;
      default -> random.nextInt(java.classCount());
    };
  }

  private static int selector(String signature) {
    return new BigInteger(Abi.selector(signature)).intValue();
  }
}
