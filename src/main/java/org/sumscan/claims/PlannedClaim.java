package org.sumscan.claims;

import java.math.BigInteger;
import org.sumscan.incentive.claim.ClaimKind;
import org.sumscan.kernel.Wei;

/**
 * One claim of a plan that is being made.
 *
 * @param amount what it must pay by our verdict
 * @param gas what it used when it was tried out; 0 before
 */
record PlannedClaim(ClaimContext of, ClaimKind mode, Wei amount, long gas) {

  boolean isRefund() {
    return mode.isRefund();
  }

  PlannedClaim used(long gasUsed) {
    return new PlannedClaim(of, mode, amount, gasUsed);
  }

  BigInteger net(SimulationBlock simulated) {
    return JudgedMode.net(amount, gas, simulated.gasPrice());
  }
}
