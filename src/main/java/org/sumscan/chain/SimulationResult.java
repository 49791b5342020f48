package org.sumscan.chain;

import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.Hash32;

/**
 * What would have become of a transaction.
 *
 * @param output what it returned, or what it reverted with
 * @param gasUsed empty where the node does not tell
 * @param logs what it would have emitted; null where the node does not tell
 */
@SuppressWarnings("ArrayRecordComponent")
public record SimulationResult(
    boolean succeeded, byte[] output, OptionalLong gasUsed, @Nullable List<TrialLog> logs) {

  /** A log that nobody emitted. */
  @SuppressWarnings("ArrayRecordComponent")
  public record TrialLog(Address emitter, List<Hash32> topics, byte[] data) {}
}
