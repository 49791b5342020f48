package org.sumscan.catalog;

import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sumscan.incentive.Mechanism;
import org.sumscan.incentive.Waits;
import org.sumscan.kernel.Address;
import org.sumscan.learning.LearningRules;

/**
 * What a model's contracts say of it that never changes.
 *
 * @param name free text of a stranger, cleaned and bounded when a {@link Model} is made of it
 * @param description likewise
 * @param encoder likewise
 * @param mechanismOwner {@code owner()} of the incentive mechanism, usually the trainer
 * @param modelOwner {@code modelOwner()} of the mechanism, null where it answers none
 * @param costWeight in wei, a {@code uint80}; 0 under points
 * @param classNames free text likewise, one a class
 * @param creation when the trainer was deployed, null where it could not be found
 * @param pricedFrom the time that the first sample's price counts from, in seconds since 1970: when
 *     the mechanism was deployed; 0 under points
 */
public record ModelMetadata(
    String name,
    String description,
    String encoder,
    LearningRules learningRules,
    Mechanism mechanism,
    ModelContracts parts,
    Address mechanismOwner,
    @Nullable Address modelOwner,
    Waits waits,
    BigInteger costWeight,
    List<String> classNames,
    @Nullable Creation creation,
    long pricedFrom) {

  public ModelMetadata {
    classNames = List.copyOf(classNames);
  }
}
