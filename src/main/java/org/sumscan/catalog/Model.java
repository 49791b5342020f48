package org.sumscan.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.hibernate.annotations.JavaType;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;
import org.sumscan.encoding.Encoder;
import org.sumscan.incentive.ClaimTerms;
import org.sumscan.incentive.Mechanism;
import org.sumscan.incentive.Waits;
import org.sumscan.incentive.known.Mechanisms;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.BlockRef;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.ModelId;
import org.sumscan.kernel.Wei;
import org.sumscan.learning.ClassifierKind;
import org.sumscan.learning.LearningRules;
import org.sumscan.persistence.AddressColumn;
import org.sumscan.persistence.HashColumn;
import org.sumscan.persistence.ModelKey;

/** A listed model: what its contracts say of it, and whether its samples can be replayed. */
@Entity
@Table(name = "model")
public class Model implements Persistable<Object>, Cloneable {

  @EmbeddedId private ModelKey key;

  private String name;
  private String description;
  private String encoder;

  private String learningRules;
  private String incentiveRules;

  @JavaType(AddressColumn.class)
  private Address classifier;

  @JavaType(AddressColumn.class)
  private Address dataHandler;

  @JavaType(AddressColumn.class)
  private Address incentiveMechanism;

  @JavaType(AddressColumn.class)
  private Address mechanismOwner;

  @JavaType(AddressColumn.class)
  private @Nullable Address modelOwner;

  private long refundWait;
  private long ownerClaimWait;
  private long anyAddressClaimWait;

  @Column(precision = 78)
  private BigInteger costWeight;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private String[] classNames;

  private @Nullable Long createdBlock;

  @JavaType(HashColumn.class)
  private @Nullable Hash32 createdHash;

  private @Nullable Long createdTime;

  private long pricedFrom;
  private Instant listedAt;

  @Enumerated(EnumType.STRING)
  private ListingState listingState;

  private @Nullable String listingReason;

  private boolean hidden;
  private boolean allowed;

  @Version private long version;

  @Transient private boolean stored;
  @Transient private boolean redacted;

  /** For JPA alone, which fills every field before anyone reads one. */
  @SuppressWarnings("NullAway")
  protected Model() {}

  /** A model just listed, its start not yet known; the profile's texts are cleaned and bounded. */
  public Model(ModelId id, ModelMetadata metadata, Instant listedAt) {
    this.key = ModelKey.of(id);
    this.name = ShownText.of(metadata.name(), ShownText.NAME);
    this.description = ShownText.of(metadata.description(), ShownText.DESCRIPTION);
    this.encoder = ShownText.of(metadata.encoder(), ShownText.NAME);
    this.learningRules = metadata.learningRules().wireName();
    this.incentiveRules = metadata.mechanism().wireName();
    this.classifier = metadata.parts().classifier();
    this.dataHandler = metadata.parts().dataHandler();
    this.incentiveMechanism = metadata.parts().incentiveMechanism();
    this.mechanismOwner = metadata.mechanismOwner();
    this.modelOwner = metadata.modelOwner();
    this.refundWait = metadata.waits().refund();
    this.ownerClaimWait = metadata.waits().ownerClaim();
    this.anyAddressClaimWait = metadata.waits().anyAddressClaim();
    this.costWeight = metadata.costWeight();
    this.classNames =
        metadata.classNames().stream()
            .map(label -> ShownText.of(label, ShownText.NAME))
            .toArray(String[]::new);
    if (metadata.creation() instanceof Creation creation) {
      this.createdBlock = creation.block().number();
      this.createdHash = creation.block().hash();
      this.createdTime = creation.time();
    }
    this.pricedFrom = metadata.pricedFrom();
    this.listedAt = listedAt;
    this.listingState = ListingState.LISTED;
  }

  /** Chain and address of the trainer. */
  public ModelId id() {
    return key.id();
  }

  /** What its deployer calls it: a stranger's text, at most 200 characters, to be escaped. */
  public String name() {
    return redacted ? "Hidden model " + id().address().toString().substring(0, 10) : name;
  }

  /** What its deployer says of it: a stranger's text, at most 4000 characters, to be escaped. */
  public String description() {
    return redacted ? "" : description;
  }

  /** How samples are encoded: a stranger's text, at most 200 characters, to be escaped. */
  public String encoder() {
    return redacted && Encoder.named(encoder).isEmpty() ? "" : encoder;
  }

  /** The arithmetic its classifier follows. */
  public LearningRules learningRules() {
    return LearningRules.named(learningRules).orElseThrow();
  }

  /** The kind of its classifier. */
  public ClassifierKind kind() {
    return learningRules().kind();
  }

  /** The rules its incentive mechanism follows. */
  public Mechanism mechanism() {
    return Mechanisms.named(incentiveRules).orElseThrow();
  }

  /** What its claims go by. */
  public ClaimTerms claimTerms() {
    return new ClaimTerms(mechanism(), waits());
  }

  /** The three contracts that the trainer works with. */
  public ModelContracts parts() {
    return new ModelContracts(classifier, dataHandler, incentiveMechanism);
  }

  /** {@code owner()} of the incentive mechanism, usually the trainer. */
  public Address mechanismOwner() {
    return mechanismOwner;
  }

  /** {@code modelOwner()} of the mechanism, where it answers one. */
  public Optional<Address> modelOwner() {
    return Optional.ofNullable(modelOwner);
  }

  /** Who may use the owner's claim window. */
  public Address claimOwner() {
    return modelOwner().orElse(mechanismOwner);
  }

  /** The waits before claims open, in seconds. */
  public Waits waits() {
    return new Waits(refundWait, ownerClaimWait, anyAddressClaimWait);
  }

  /** The weight of a sample's price, in wei; 0 when samples are free. */
  public BigInteger costWeight() {
    return costWeight;
  }

  /** One name a class: strangers' texts, at most 200 characters each, to be escaped. */
  public List<String> classNames() {
    if (!redacted) return List.of(classNames);
    return IntStream.range(0, classNames.length).mapToObj(i -> "class " + i).toList();
  }

  /** Whether the operator keeps it out of lists, and its texts out of sight. */
  public boolean isHidden() {
    return hidden;
  }

  /** Whether it is on the operator's allow-list. */
  public boolean isAllowed() {
    return allowed;
  }

  /** Whether what strangers wrote of it is withheld here: names, originals, pictures. */
  public boolean isRedacted() {
    return redacted;
  }

  /**
   * The same model to be shown without any stranger's words: its name, description and classes are
   * called by their numbers, and of its encoder only a known name is left. Never to be stored.
   */
  public Model redacted() {
    return copy(true);
  }

  /** The same model to be shown as it is. Never to be stored. */
  Model unredacted() {
    return copy(false);
  }

  private Model copy(boolean asRedacted) {
    try {
      Model copy = (Model) clone();
      copy.redacted = asRedacted;
      return copy;
    } catch (CloneNotSupportedException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** When the trainer was deployed, where that could be found. */
  public Optional<Creation> creation() {
    if (createdBlock == null || createdHash == null || createdTime == null) return Optional.empty();
    return Optional.of(new Creation(new BlockRef(createdBlock, createdHash), createdTime));
  }

  /** When we listed it. */
  public Instant listedAt() {
    return listedAt;
  }

  /** How far its listing has come. */
  public ListingState listingState() {
    return listingState;
  }

  /** Why it cannot be replayed, in at most 1000 characters; nothing in every other state. */
  public Optional<String> listingReason() {
    return Optional.ofNullable(listingReason);
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
    long lastUpdate = lastSample == null ? pricedFrom : Math.max(pricedFrom, lastSample);
    return mechanism().price(costWeight, Math.max(now, lastUpdate), lastUpdate);
  }

  void becomeReplayable() {
    listingState = ListingState.REPLAYABLE;
    listingReason = null;
  }

  /** The start cannot be read, for a reason in our own words. */
  public void cannotBeReplayed(String reason) {
    listingState = ListingState.NOT_REPLAYABLE;
    listingReason = ShownText.of(reason, 1000);
  }

  @Override
  public Object getId() {
    return key;
  }

  @Override
  public boolean isNew() {
    return !stored;
  }

  @PostLoad
  @PostPersist
  void markStored() {
    stored = true;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Model model && model.key.equals(key);
  }

  @Override
  public int hashCode() {
    return key.hashCode();
  }

  @Override
  public String toString() {
    return "model " + id();
  }
}
