package org.sumscan.incentive;

import java.math.BigInteger;
import org.sumscan.kernel.Address;

/**
 * What is known of a model's incentive mechanism at some block.
 *
 * @param owner who may use the owner's window: {@code modelOwner()} where the mechanism answers it,
 *     else its {@code owner()}
 * @param totalGood how many samples were refunded in all
 */
public record MechanismState(ClaimTerms terms, Address owner, BigInteger totalGood) {

  /** The rules that it follows. */
  public Mechanism mechanism() {
    return terms.mechanism();
  }
}
