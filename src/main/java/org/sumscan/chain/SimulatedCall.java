package org.sumscan.chain;

import java.util.List;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.Wei;

/**
 * A transaction to simulate, which nobody has signed.
 *
 * @param gas its limit; 0 for as much as the node allows
 * @param warm accounts that were touched before it begins, which makes touching them again cheap
 */
@SuppressWarnings("ArrayRecordComponent")
public record SimulatedCall(
    Address from, Address to, byte[] input, Wei value, long gas, List<WarmAccount> warm) {

  /** An account of an access list, with the slots of its storage that are warm too. */
  public record WarmAccount(Address account, List<Hash32> slots) {}

  /** This call with another gas limit. */
  public SimulatedCall withGas(long limit) {
    return new SimulatedCall(from, to, input, value, limit, warm);
  }
}
