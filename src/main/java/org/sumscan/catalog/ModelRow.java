package org.sumscan.catalog;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.PrimaryKeyJoinColumn;
import jakarta.persistence.SecondaryTable;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import org.hibernate.annotations.JavaType;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.SecondaryRow;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;
import org.sumscan.incentive.Waits;
import org.sumscan.incentive.known.Mechanisms;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.BlockRef;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.ModelId;
import org.sumscan.learning.LearningRules;
import org.sumscan.persistence.AddressColumn;
import org.sumscan.persistence.HashColumn;
import org.sumscan.persistence.ModelKey;
import org.sumscan.persistence.ShownText;

/**
 * A listed model as it is stored; {@link Model} is what is handed out of it. Its contracts, rules
 * and waits are those of its listing in the index, which alone writes them.
 */
@Entity
@Table(name = "model")
@SecondaryTable(
    name = ModelRow.PART,
    pkJoinColumns = {
      @PrimaryKeyJoinColumn(name = "chain_id"),
      @PrimaryKeyJoinColumn(name = "address")
    })
@SecondaryRow(table = ModelRow.PART, owned = false, optional = false)
class ModelRow implements Persistable<Object> {

  static final String PART = "part";

  @EmbeddedId private ModelKey key;

  private String name;
  private String description;
  private String encoder;

  private String learningRules;

  @Column(table = PART)
  private String incentiveRules;

  @JavaType(AddressColumn.class)
  @Column(table = PART, name = "classifier")
  private Address classifier;

  @JavaType(AddressColumn.class)
  @Column(table = PART, name = "handler")
  private Address dataHandler;

  @JavaType(AddressColumn.class)
  @Column(table = PART, name = "mechanism")
  private Address incentiveMechanism;

  @JavaType(AddressColumn.class)
  @Column(table = PART, name = "mechanism_owner")
  private Address mechanismOwner;

  @JavaType(AddressColumn.class)
  private @Nullable Address modelOwner;

  @Column(table = PART)
  private long refundWait;

  @Column(table = PART)
  private long ownerClaimWait;

  @Column(table = PART)
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

  /** For JPA alone, which fills every field before anyone reads one. */
  @SuppressWarnings("NullAway")
  protected ModelRow() {}

  /** A model just listed, its initial state not yet known. */
  ModelRow(ModelId id, ModelMetadata metadata, Instant listedAt) {
    this.key = ModelKey.of(id);
    ModelTexts texts = metadata.texts().bounded();
    this.name = texts.name();
    this.description = texts.description();
    this.encoder = texts.encoder();
    this.classNames = texts.classNames().toArray(String[]::new);
    this.learningRules = metadata.learningRules().wireName();
    this.incentiveRules = metadata.mechanism().wireName();
    this.classifier = metadata.parts().classifier();
    this.dataHandler = metadata.parts().dataHandler();
    this.incentiveMechanism = metadata.parts().incentiveMechanism();
    this.mechanismOwner = metadata.owners().mechanism();
    this.modelOwner = metadata.owners().model();
    this.refundWait = metadata.waits().refund();
    this.ownerClaimWait = metadata.waits().ownerClaim();
    this.anyAddressClaimWait = metadata.waits().anyAddressClaim();
    this.costWeight = metadata.pricing().costWeight();
    this.pricedFrom = metadata.pricing().from();
    if (metadata.creation() instanceof Creation creation) {
      this.createdBlock = creation.block().number();
      this.createdHash = creation.block().hash();
      this.createdTime = creation.time();
    }
    this.listedAt = listedAt;
    this.listingState = ListingState.LISTED;
  }

  ModelId id() {
    return key.id();
  }

  /** What its contracts say, its texts as they are. */
  ModelMetadata metadata() {
    return new ModelMetadata(
        new ModelTexts(name, description, encoder, List.of(classNames)),
        LearningRules.named(learningRules).orElseThrow(),
        Mechanisms.named(incentiveRules).orElseThrow(),
        new ModelContracts(classifier, dataHandler, incentiveMechanism),
        new ModelOwners(mechanismOwner, modelOwner),
        new Waits(refundWait, ownerClaimWait, anyAddressClaimWait),
        new Pricing(costWeight, pricedFrom),
        creation());
  }

  private @Nullable Creation creation() {
    if (createdBlock == null || createdHash == null || createdTime == null) return null;
    return new Creation(new BlockRef(createdBlock, createdHash), createdTime);
  }

  Instant listedAt() {
    return listedAt;
  }

  ListingState listingState() {
    return listingState;
  }

  @Nullable String listingReason() {
    return listingReason;
  }

  boolean isHidden() {
    return hidden;
  }

  boolean isAllowed() {
    return allowed;
  }

  void becomeReplayable() {
    listingState = ListingState.REPLAYABLE;
    listingReason = null;
  }

  void cannotBeReplayed(String reason) {
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
    return other instanceof ModelRow row && row.key.equals(key);
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
