package org.sumscan.incentive;

import java.util.List;
import java.util.OptionalLong;
import org.sumscan.kernel.Wei;

/** Whether a claim would be paid, and why. */
public sealed interface Verdict {

  /** The right that the claim was judged by. */
  Way way();

  /** Every check of that way, in the order in which the contract makes them. */
  List<Condition> conditions();

  /**
   * The first second since 1970 at which the claim pays if nothing but the time changes; empty if
   * it would never.
   */
  default OptionalLong opensAt() {
    long latest = 0;
    for (Condition condition : conditions()) {
      if (condition.from().isPresent()) {
        latest = Math.max(latest, condition.from().getAsLong());
      } else if (!condition.holds()) {
        return OptionalLong.empty();
      }
    }
    return OptionalLong.of(latest);
  }

  /** The claim pays; under points the amount is 0. */
  record Allowed(Way way, Wei amount, List<Condition> conditions) implements Verdict {}

  /** The claim reverts. */
  record Refused(Way way, List<Condition> conditions) implements Verdict {

    /** The first check that fails, which is the one the contract reverts by. */
    public Condition reason() {
      return conditions.stream().filter(condition -> !condition.holds()).findFirst().orElseThrow();
    }
  }
}
