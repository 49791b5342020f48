package org.sumscan.claims;

import java.math.BigInteger;
import org.sumscan.kernel.Wei;

/**
 * One claim of a plan that is being made.
 *
 * @param amount what it must pay by our verdict
 * @param gas what it used when it was tried out; 0 before
 */
record Act(Case of, ClaimMode mode, Wei amount, long gas) {

  boolean isRefund() {
    return mode == ClaimMode.REFUND;
  }

  Act used(long gasUsed) {
    return new Act(of, mode, amount, gasUsed);
  }

  BigInteger net(Stage stage) {
    return JudgedMode.net(amount, gas, stage.gasPrice());
  }
}
