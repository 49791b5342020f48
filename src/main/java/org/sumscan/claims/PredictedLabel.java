package org.sumscan.claims;

import org.jspecify.annotations.Nullable;
import org.sumscan.claims.ClaimSheet.Source;
import org.sumscan.incentive.claim.ModelAnswer;
import org.sumscan.kernel.UInt64;

/**
 * What a model answers for a sample's features.
 *
 * @param label null where it cannot answer
 */
record PredictedLabel(@Nullable UInt64 label, Source source) {

  ModelAnswer on(UInt64 sampleLabel) {
    if (label == null) return ModelAnswer.FAILS;
    return label.equals(sampleLabel) ? ModelAnswer.AGREES : ModelAnswer.DISAGREES;
  }
}
