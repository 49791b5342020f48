package org.sumscan.incentive;

import java.util.List;
import org.sumscan.kernel.Wei;

/** Whether a claim would be paid, and why. */
public sealed interface Verdict {

  /** The right that the claim was judged by. */
  Way way();

  /** Every check of that way, in the order in which the contract makes them. */
  List<Condition> conditions();

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
