package org.sumscan.ledger.coverage;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a chain's index.
 *
 * @param halted why it has stopped for good; null while it has not
 * @param error what went wrong last; null when the last step went well
 */
record Trouble(@Nullable String halted, @Nullable String error, @Nullable Instant errorAt) {}
