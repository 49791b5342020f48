package org.sumscan.registration.validation.answers;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongFunction;
import java.util.function.LongPredicate;
import org.sumscan.chain.BoundedCall;
import org.sumscan.chain.BoundedCallResult;
import org.sumscan.contracts.ContractFunction;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.UInt64;
import org.sumscan.learning.ClassifierKind;
import org.sumscan.registration.RefusedException;
import org.sumscan.registration.classifier.ClassifierContract;
import org.sumscan.registration.classifier.ClassifierContract.Getter;
import org.sumscan.registration.validation.subject.ContractAnswer;
import org.sumscan.registration.validation.subject.Finding;
import org.sumscan.registration.validation.subject.Role;
import org.sumscan.registration.validation.subject.Subject;
import org.sumscan.registration.validation.subject.UntrustedContract;
import org.sumscan.registration.validation.subject.ValidationCheck;

/** Whether the model answers a plausible sample, with a label that it has, and for how much gas. */
final class PredictCheck implements ValidationCheck {

  private static final long ONE = 1_000_000_000L;
  private static final long MOST_DIMENSIONS = 1 << 17;
  private static final long LEAST_GAS = 1 << 15;
  private static final long MUCH_GAS = 5_000_000;

  @Override
  public String id() {
    return "predict";
  }

  @Override
  public Finding look(Subject subject) {
    UntrustedContract classifier = subject.partInRole(Role.CLASSIFIER);
    ContractAnswer<UInt64> said = new ContractAnswer.Nothing<>("");
    for (long[] sample : samples(subject, classifier)) {
      said = classifier.predict(sample);
      if (said instanceof ContractAnswer.Value<UInt64>(UInt64 label)) {
        return judge(classifier, label, sample);
      }
    }
    return Finding.failed(
        "predict() of the classifier " + said.how() + " when it is asked about a plausible sample.",
        "Nobody could claim anything from a model that does not answer: deploy one that does.");
  }

  private static List<long[]> samples(Subject subject, UntrustedContract classifier) {
    List<long[]> samples = new ArrayList<>();
    try {
      ClassifierKind kind = ClassifierCheck.rules(subject).kind();
      LongFunction<Getter> valueAt = ClassifierContract.of(kind).valueAt();
      if (valueAt != null) samples.add(unitVector(dimensions(valueAt, classifier)));
    } catch (RefusedException unknown) {
      samples.add(unitVector(1));
    }
    samples.add(new long[] {1, 2, 3});
    samples.add(new long[0]);
    return samples;
  }

  private static long[] unitVector(int dimensions) {
    long[] vector = new long[dimensions];
    if (dimensions > 0) vector[0] = ONE;
    return vector;
  }

  /** How many values a dense sample has, found by halving. */
  private static int dimensions(LongFunction<Getter> valueAt, UntrustedContract classifier) {
    LongPredicate within =
        place -> {
          Getter getter = valueAt.apply(place);
          return classifier.answers(getter.function(), getter.arguments().toArray());
        };
    long high = 1;
    while (high < MOST_DIMENSIONS && within.test(high - 1)) high *= 2;
    long low = high / 2;
    while (low + 1 < high) {
      long middle = (low + high) >>> 1;
      if (within.test(middle - 1)) low = middle;
      else high = middle;
    }
    return (int) low;
  }

  private static Finding judge(UntrustedContract classifier, UInt64 label, long[] sample) {
    BigInteger classes =
        classifier
            .number(256, ContractFunction.NUM_CLASSIFICATIONS)
            .value()
            .orElse(BigInteger.ZERO);
    if (label.toBigInteger().compareTo(classes) >= 0) {
      return Finding.failed(
          "The model predicts label " + label + ", and has only " + classes + " classes.",
          "Deploy a classifier that predicts labels which it has.");
    }
    long gas = enough(classifier, ContractFunction.PREDICT.call((Object) sample));
    String words =
        "It predicts label %s for a sample of %,d numbers, with at most %,d gas."
            .formatted(label, sample.length, gas);
    return gas > MUCH_GAS
        ? Finding.warning(words, "Samples and claims cost much: look at the estimate of each.")
        : Finding.passed(words);
  }

  /** A power of two that suffices; none is tried that the input alone uses up. */
  private static long enough(UntrustedContract classifier, byte[] call) {
    long gas = LEAST_GAS;
    while (gas < BoundedCall.intrinsicGas(call)) gas *= 2;
    while (gas < UntrustedContract.TRANSACTION_GAS
        && !(classifier.ask(Address.ZERO, call, gas, classifier.at())
            instanceof BoundedCallResult.Returned)) {
      gas *= 2;
    }
    return gas;
  }
}
