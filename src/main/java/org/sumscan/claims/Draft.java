package org.sumscan.claims;

import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.sumscan.kernel.Wei;

/** A claim's transaction to sign, or why there is none. */
public sealed interface Draft {

  /**
   * It does what is said of it, by our verdict and by the node's simulation alike.
   *
   * @param asOf the block on top of which it was simulated
   * @param amount what it pays
   * @param gas what it used when it was simulated; 0 where the node does not tell
   * @param net the amount without the fee, in wei, which can be below 0
   */
  record Signable(AsOf asOf, Wei amount, long gas, BigInteger net, DraftedTransaction transaction)
      implements Draft {}

  /**
   * It should not be signed.
   *
   * @param asOf the block that this was found at; null where none could be asked
   */
  record Refused(Reason why, @Nullable AsOf asOf) implements Draft {}

  /** No sample of a listed model is indexed there. */
  record NotIndexed() implements Draft {}

  /**
   * Why something should not be signed.
   *
   * @param code names the reason for programs, such as {@code stale}
   * @param sentence what is wrong
   * @param remedy what to do about it
   */
  record Reason(String code, String sentence, String remedy) {}
}
