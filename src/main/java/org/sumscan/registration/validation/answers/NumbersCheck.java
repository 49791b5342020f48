package org.sumscan.registration.validation.answers;

import java.math.BigInteger;
import org.sumscan.contracts.ContractFunction;
import org.sumscan.kernel.UInt256;
import org.sumscan.registration.validation.subject.ContractAnswer;
import org.sumscan.registration.validation.subject.Finding;
import org.sumscan.registration.validation.subject.Role;
import org.sumscan.registration.validation.subject.Subject;
import org.sumscan.registration.validation.subject.UntrustedContract;
import org.sumscan.registration.validation.subject.ValidationCheck;

/** Whether the classifier counts in billionths, and names the features that it uses. */
final class NumbersCheck implements ValidationCheck {

  private static final BigInteger BILLION = BigInteger.valueOf(1_000_000_000);
  private static final BigInteger MOST_FEATURES = BigInteger.valueOf(1_000_000);

  @Override
  public String id() {
    return "numbers";
  }

  @Override
  public Finding look(Subject subject) {
    UntrustedContract classifier = subject.partInRole(Role.CLASSIFIER);
    ContractAnswer<BigInteger> toFloat = classifier.number(32, ContractFunction.TO_FLOAT);
    if (!toFloat.value().equals(java.util.Optional.of(BILLION))) {
      return Finding.failed(
          "toFloat() of the classifier "
              + toFloat
                  .value()
                  .map("answers %,d, not 1,000,000,000"::formatted)
                  .orElse(toFloat.how())
              + ".",
          "Only classifiers that count in billionths are known: deploy one of them.");
    }
    ContractAnswer<BigInteger> count = classifier.number(256, ContractFunction.NUM_FEATURE_INDICES);
    if (count instanceof ContractAnswer.Nothing<BigInteger>(String how)) {
      return Finding.failed(
          "getNumFeatureIndices() of the classifier " + how + ".", "Deploy a known classifier.");
    }
    return indices(classifier, count.value().orElseThrow());
  }

  private static Finding indices(UntrustedContract classifier, BigInteger count) {
    if (count.signum() == 0) {
      return Finding.passed("It counts in billionths and uses every feature of a sample.");
    }
    if (count.compareTo(MOST_FEATURES) > 0) {
      return Finding.failed(
          "It says that it uses %,d features.".formatted(count),
          "Deploy a classifier that names at most 1,000,000 features.");
    }
    long last = count.longValue() - 1;
    for (long index : new long[] {0, last / 2, last}) {
      ContractAnswer<BigInteger> feature =
          classifier.number(32, ContractFunction.FEATURE_INDICES, UInt256.of(index));
      if (feature instanceof ContractAnswer.Nothing<BigInteger>(String how)) {
        return Finding.failed(
            "featureIndices(" + index + ") of the classifier " + how + ".",
            "Deploy a classifier that names as many features as it says.");
      }
    }
    return Finding.passed("It counts in billionths and uses %,d chosen features.".formatted(count));
  }
}
