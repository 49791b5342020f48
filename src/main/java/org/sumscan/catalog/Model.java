package org.sumscan.catalog;

import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sumscan.incentive.ClaimTerms;
import org.sumscan.incentive.Mechanism;
import org.sumscan.incentive.Waits;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ModelId;
import org.sumscan.kernel.Wei;
import org.sumscan.learning.ClassifierKind;
import org.sumscan.learning.LearningRules;

/**
 * A listed model: what its contracts say of it, and whether its samples can be replayed. Its texts
 * are a stranger's, or ours in their place where {@link ContentVisibility} redacts them.
 */
public final class Model {

  private final ModelRow row;
  private final ModelMetadata metadata;
  private final boolean redacted;

  /** A model about to be listed, its initial state not yet known; its texts are as given. */
  public Model(ModelId id, ModelMetadata metadata, Instant listedAt) {
    this(new ModelRow(id, metadata, listedAt), false);
  }

  Model(ModelRow row, boolean redacted) {
    ModelMetadata stored = row.metadata();
    this.row = row;
    this.metadata = redacted ? stored.with(stored.texts().redacted(row.id())) : stored;
    this.redacted = redacted;
  }

  ModelRow row() {
    return row;
  }

  /** Chain and address of the trainer. */
  public ModelId id() {
    return row.id();
  }

  /** What its deployer calls it: a stranger's text, at most 200 characters, to be escaped. */
  public String name() {
    return metadata.texts().name();
  }

  /** What its deployer says of it: a stranger's text, at most 4000 characters, to be escaped. */
  public String description() {
    return metadata.texts().description();
  }

  /** How samples are encoded: a stranger's text, at most 200 characters, to be escaped. */
  public String encoder() {
    return metadata.texts().encoder();
  }

  /** One name a class: strangers' texts, at most 200 characters each, to be escaped. */
  public List<String> classNames() {
    return metadata.texts().classNames();
  }

  /** The arithmetic its classifier follows. */
  public LearningRules learningRules() {
    return metadata.learningRules();
  }

  /** The kind of its classifier. */
  public ClassifierKind kind() {
    return learningRules().kind();
  }

  /** The rules its incentive mechanism follows. */
  public Mechanism mechanism() {
    return metadata.mechanism();
  }

  /** What its claims go by. */
  public ClaimTerms claimTerms() {
    return new ClaimTerms(mechanism(), waits());
  }

  /** The three contracts that the trainer works with. */
  public ModelContracts parts() {
    return metadata.parts();
  }

  /** {@code owner()} of the incentive mechanism, usually the trainer. */
  public Address mechanismOwner() {
    return metadata.owners().mechanism();
  }

  /** {@code modelOwner()} of the mechanism, where it answers one. */
  public Optional<Address> modelOwner() {
    return Optional.ofNullable(metadata.owners().model());
  }

  /** Who may use the owner's claim window. */
  public Address claimOwner() {
    return modelOwner().orElse(mechanismOwner());
  }

  /** The waits before claims open, in seconds. */
  public Waits waits() {
    return metadata.waits();
  }

  /** The weight of a sample's price, in wei; 0 when samples are free. */
  public BigInteger costWeight() {
    return metadata.pricing().costWeight();
  }

  /** When the trainer was deployed, where that could be found. */
  public Optional<Creation> creation() {
    return Optional.ofNullable(metadata.creation());
  }

  /** Whether the operator keeps it out of lists, and its texts redacted. */
  public boolean isHidden() {
    return row.isHidden();
  }

  /** Whether it is on the operator's allow-list. */
  public boolean isAllowed() {
    return row.isAllowed();
  }

  /** Whether what strangers wrote of it is withheld: names, originals, pictures. */
  public boolean isRedacted() {
    return redacted;
  }

  /** When we listed it. */
  public Instant listedAt() {
    return row.listedAt();
  }

  /** How far its listing has come. */
  public ListingState listingState() {
    return row.listingState();
  }

  /** Why it cannot be replayed, in at most 1000 characters; nothing in every other state. */
  public Optional<String> listingReason() {
    return Optional.ofNullable(row.listingReason());
  }

  /**
   * What a sample costs at a time.
   *
   * @param now the time of the block it would be added in, in seconds since 1970
   * @param lastSample when the model's latest sample was added, in seconds since 1970; null when
   *     there is none
   * @return in wei; a time before the last update counts as that moment
   */
  public Wei depositAt(long now, @Nullable Long lastSample) {
    long from = metadata.pricing().from();
    long lastUpdate = lastSample == null ? from : Math.max(from, lastSample);
    return mechanism().price(costWeight(), Math.max(now, lastUpdate), lastUpdate);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Model model && model.id().equals(id());
  }

  @Override
  public int hashCode() {
    return id().hashCode();
  }

  @Override
  public String toString() {
    return "model " + id();
  }
}
