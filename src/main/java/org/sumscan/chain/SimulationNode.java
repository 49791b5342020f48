package org.sumscan.chain;

import java.util.List;
import java.util.OptionalLong;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.BlockRef;
import org.sumscan.kernel.Wei;

/**
 * Simulates transactions, and tells what their sender needs to know. Every method may throw {@link
 * NodeFault}.
 */
public interface SimulationNode {

  /**
   * Tries transactions out in order, in one block on top of another, without checking that fees can
   * be paid. An endpoint that cannot chain them tries each by itself.
   *
   * @param base the block that they come after
   * @param time when their block would be made, in seconds since 1970; after the base's
   */
  Simulation tryOut(List<SimulatedCall> calls, BlockRef base, long time);

  /** What a unit of gas costs now, by the node's own advice. */
  Wei gasPrice();

  /** How much gas all transactions of the newest block may use together. */
  long blockGasLimit();

  /** What an account owns at the newest block. */
  Wei balance(Address account);

  /**
   * The time in seconds since 1970 that the node would give the next block; empty where it does not
   * tell.
   */
  OptionalLong pendingTime();
}
