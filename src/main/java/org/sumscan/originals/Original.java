package org.sumscan.originals;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sumscan.kernel.LogRef;
import org.sumscan.kernel.ModelId;

/**
 * What was sent for an indexed sample.
 *
 * @param content a stranger's text or picture, to be shown only if it matches; null where it
 *     differs, as then it was not kept
 * @param receivedAt when it was sent
 */
public record Original(
    LogRef sample, ModelId model, Match match, @Nullable Content content, Instant receivedAt) {

  /** Whether it may be shown and found. */
  public boolean matches() {
    return match instanceof Match.Matches;
  }
}
