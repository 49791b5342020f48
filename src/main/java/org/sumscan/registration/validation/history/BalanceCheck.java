package org.sumscan.registration.validation.history;

import java.math.BigInteger;
import org.sumscan.contracts.ContractFunction;
import org.sumscan.registration.validation.subject.Finding;
import org.sumscan.registration.validation.subject.Role;
import org.sumscan.registration.validation.subject.Subject;
import org.sumscan.registration.validation.subject.TimeLimit;
import org.sumscan.registration.validation.subject.ValidationCheck;

/** Whether the trainer owns at least what its known samples can still claim. */
final class BalanceCheck implements ValidationCheck {

  @Override
  public String id() {
    return "balance";
  }

  @Override
  public TimeLimit timeLimit() {
    return TimeLimit.HISTORY;
  }

  @Override
  public Finding look(Subject subject) {
    if (!subject.partInRole(Role.INCENTIVE_MECHANISM).answers(ContractFunction.COST_WEIGHT)) {
      return Finding.notApplicable("Samples are free: there is no money to be owned.");
    }
    BigInteger owed = EventHistory.of(subject).claimable();
    BigInteger owned = subject.node().balance(subject.address(), subject.head()).amount();
    String words =
        "Of its known samples %,d wei can still be claimed; the trainer owns %,d wei."
            .formatted(owed, owned);
    if (owed.signum() < 0) {
      return Finding.failed(
          "The claims took out %,d wei more than the known samples brought in."
              .formatted(owed.negate()),
          "Deposits that nobody paid were recorded before the hand-over, and others' money was paid"
              + " for them: add no money.");
    }
    if (owned.compareTo(owed) < 0) {
      return Finding.failed(
          words, "Some claims can never be paid: add no money, and claim what you can soon.");
    }
    return Finding.passed(words);
  }
}
