package org.sumscan.chain;

import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.Hash32;

/**
 * Result of simulating a transaction.
 *
 * @param output what it returned, or what it reverted with
 * @param gasUsed empty where the node does not tell
 * @param logs what it would have emitted; null where the node does not tell
 */
@SuppressWarnings("ArrayRecordComponent")
public record SimulationResult(
    boolean succeeded, byte[] output, OptionalLong gasUsed, @Nullable List<SimulatedLog> logs) {

  /** A log of a simulated transaction. */
  @SuppressWarnings("ArrayRecordComponent")
  public record SimulatedLog(Address emitter, List<Hash32> topics, byte[] data) {}
}
