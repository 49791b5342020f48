package org.sumscan.registration.validation.history;

import java.math.BigInteger;
import org.sumscan.contracts.ContractFunction;
import org.sumscan.registration.validation.subject.ContractAnswer;
import org.sumscan.registration.validation.subject.Finding;
import org.sumscan.registration.validation.subject.Role;
import org.sumscan.registration.validation.subject.Subject;
import org.sumscan.registration.validation.subject.TimeLimit;
import org.sumscan.registration.validation.subject.UntrustedContract;
import org.sumscan.registration.validation.subject.ValidationCheck;

/** Whether the mechanism's own counts are those of the events: nothing was counted unseen. */
final class CountsCheck implements ValidationCheck {

  @Override
  public String id() {
    return "counts";
  }

  @Override
  public TimeLimit timeLimit() {
    return TimeLimit.HISTORY;
  }

  @Override
  public Finding look(Subject subject) {
    UntrustedContract mechanism = subject.partInRole(Role.INCENTIVE_MECHANISM);
    ContractAnswer<BigInteger> submitted = mechanism.number(256, ContractFunction.TOTAL_SUBMITTED);
    ContractAnswer<BigInteger> good = mechanism.number(256, ContractFunction.TOTAL_GOOD);
    if (!submitted.how().isEmpty() || !good.how().isEmpty()) {
      return Finding.failed(
          "totalSubmitted() or totalGoodDataCount() of the incentive mechanism "
              + (submitted.how().isEmpty() ? good.how() : submitted.how())
              + ".",
          "Deploy a known incentive mechanism.");
    }
    return compare(
        submitted.value().orElseThrow(), good.value().orElseThrow(), EventHistory.of(subject));
  }

  private static Finding compare(BigInteger submitted, BigInteger good, EventHistory history) {
    BigInteger samples = BigInteger.valueOf(history.samples().size());
    BigInteger refunds = BigInteger.valueOf(history.refunds());
    String words =
        "The mechanism counts %,d samples and %,d valid ones; the events show %,d and %,d."
            .formatted(submitted, good, samples, refunds);
    if (submitted.equals(samples) && good.equals(refunds)) return Finding.passed(words);
    if (submitted.compareTo(samples) > 0 || good.compareTo(refunds) > 0) {
      return Finding.failed(
          words + " What is too many was recorded before the parts were handed over.",
          "Add no money: whoever recorded it may take others' deposits. A new deployment whose"
              + " parts are handed over while they are empty can be listed.");
    }
    return Finding.failed(
        words + " Events without a count cannot come from a known mechanism.",
        "The contract tells of samples that it did not take: do not trust it.");
  }
}
