package org.sumscan.accuracy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.ModelId;

/**
 * What someone said that a model's accuracy was after a transaction; nobody has checked it.
 *
 * @param block the number of the transaction's block, as he said
 */
public record PostedAccuracy(
    ModelId model, Hash32 transaction, @Nullable Long block, PostedFigure figure, Instant at) {}
