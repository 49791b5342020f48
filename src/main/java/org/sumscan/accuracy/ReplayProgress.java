package org.sumscan.accuracy;

import org.jspecify.annotations.Nullable;
import org.sumscan.kernel.BlockRef;

/**
 * How far a model's replay has come.
 *
 * @param state the model after the latest replayed sample
 * @param classes how many classes it has
 * @param reorgsSeen up to which of its chain's reorgs the replay has gone back
 * @param comparedAt the block at which replay and chain were last found equal, null before the
 *     first time
 * @param difference what differed, null while nothing did
 */
public record ReplayProgress(
    ModelState state,
    int classes,
    long reorgsSeen,
    @Nullable BlockRef comparedAt,
    @Nullable String difference) {}
