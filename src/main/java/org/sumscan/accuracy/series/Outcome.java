package org.sumscan.accuracy.series;

import org.jspecify.annotations.Nullable;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.LogPosition;
import org.sumscan.kernel.UInt64;

/**
 * What a model answered to one sample just before it learnt it.
 *
 * @param blockTime when the sample was added, in seconds since 1970, not negative
 * @param label what its contributor says it is
 * @param prediction what the model said, null when it could not answer
 */
public record Outcome(
    LogPosition position,
    long blockTime,
    Address sender,
    UInt64 label,
    @Nullable UInt64 prediction) {

  /** Whether the model answered with the contributor's label. */
  public boolean isHit() {
    return label.equals(prediction);
  }
}
