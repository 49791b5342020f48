package org.sumscan.demo.accounts;

import org.jspecify.annotations.Nullable;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.Wei;

/**
 * A transaction that will be sent.
 *
 * @param to nothing where a contract is created
 * @param gas the most that it may use
 */
@SuppressWarnings("ArrayRecordComponent")
public record PlannedTransaction(
    Person from, @Nullable Address to, Wei value, byte[] input, long gas) {

  /** What a call of a trainer needs at most. */
  static final long GAS_OF_A_CALL = 1_500_000;

  /** What one transaction may use at most by the chain's rules. */
  public static final long MOST_GAS = 16_000_000;

  public static PlannedTransaction call(Person from, Address trainer, Wei value, byte[] input) {
    return new PlannedTransaction(from, trainer, value, input, GAS_OF_A_CALL);
  }
}
