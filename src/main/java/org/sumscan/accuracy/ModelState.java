package org.sumscan.accuracy;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.LogPosition;
import org.sumscan.kernel.ModelId;
import org.sumscan.learning.Classifier;
import org.sumscan.learning.LearningRules;

/**
 * A model's whole state just after a sample.
 *
 * @param samples how many samples it has learnt since it was handed over
 * @param position where the last of them stands; {@link LogPosition#START} before the first
 * @param blockHash the hash of that block; null before the first
 * @param bytes the canonical bytes that {@link Classifier#restore} reads; not to be changed
 * @param digest the keccak-256 of the bytes
 */
@SuppressWarnings("ArrayRecordComponent")
public record ModelState(
    ModelId model,
    LearningRules rules,
    long samples,
    LogPosition position,
    @Nullable Hash32 blockHash,
    byte[] bytes,
    Hash32 digest) {

  /** A classifier of its own in this state. */
  public Classifier classifier() {
    return Classifier.restore(rules, bytes);
  }

  /** Whether both are the same state of the same model; the digest stands for the bytes. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ModelState state
        && model.equals(state.model)
        && rules == state.rules
        && samples == state.samples
        && position.equals(state.position)
        && Objects.equals(blockHash, state.blockHash)
        && digest.equals(state.digest);
  }

  @Override
  public int hashCode() {
    return Objects.hash(model, samples, digest);
  }
}
