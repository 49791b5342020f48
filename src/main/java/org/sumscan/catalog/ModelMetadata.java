package org.sumscan.catalog;

import org.jspecify.annotations.Nullable;
import org.sumscan.incentive.Mechanism;
import org.sumscan.incentive.Waits;
import org.sumscan.learning.LearningRules;

/**
 * What a model's contracts answer that never changes.
 *
 * @param texts cleaned and bounded when a {@link Model} is made of them
 * @param creation when the trainer was deployed, null where it could not be found
 */
public record ModelMetadata(
    ModelTexts texts,
    LearningRules learningRules,
    Mechanism mechanism,
    ModelContracts parts,
    ModelOwners owners,
    Waits waits,
    Pricing pricing,
    @Nullable Creation creation) {

  ModelMetadata with(ModelTexts other) {
    return new ModelMetadata(
        other, learningRules, mechanism, parts, owners, waits, pricing, creation);
  }
}
