package org.sumscan.incentive.claim;

import java.util.List;
import java.util.OptionalLong;
import org.sumscan.kernel.Wei;

/** Whether a claim would be paid, and why. */
public sealed interface Verdict {

  /** The kind of claim that was judged. */
  ClaimKind kind();

  /** What the claim pays, or would pay if every check passed; 0 under points. */
  Wei amount();

  /** Every check of the claim, in the order in which the contract makes them. */
  List<Condition> conditions();

  /**
   * The first second since 1970 at which the claim pays if nothing but the time changes; empty if
   * it would never.
   */
  default OptionalLong opensAt() {
    long latest = 0;
    long until = Long.MAX_VALUE;
    for (Condition condition : conditions()) {
      latest = Math.max(latest, condition.from().orElse(0));
      until = Math.min(until, condition.until().orElse(Long.MAX_VALUE));
      if (condition.from().isEmpty() && !condition.holds()) return OptionalLong.empty();
    }
    return latest < until ? OptionalLong.of(latest) : OptionalLong.empty();
  }

  /** The claim pays. */
  record Allowed(ClaimKind kind, Wei amount, List<Condition> conditions) implements Verdict {}

  /** The claim reverts. */
  record Refused(ClaimKind kind, Wei amount, List<Condition> conditions) implements Verdict {

    /** The first check that fails, which is the one the contract reverts by. */
    public Condition reason() {
      return conditions.stream().filter(condition -> !condition.holds()).findFirst().orElseThrow();
    }
  }
}
