package org.sumscan.catalog.validation;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JavaType;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.ModelId;
import org.sumscan.persistence.HashColumn;
import org.sumscan.persistence.ModelKey;
import org.sumscan.persistence.ShownText;

/** That someone wanted a model listed, which warnings they accepted, and the outcome. */
@Entity
@Immutable
@Table(name = "listing_record")
class ListingRecord {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  @Embedded private ModelKey model;
  private UUID validationId;

  @JavaType(HashColumn.class)
  private @Nullable Hash32 client;

  @JdbcTypeCode(SqlTypes.ARRAY)
  private String[] accepted;

  private String outcome;
  private Instant recordedAt;

  /** For JPA alone, which fills every field before anyone reads one. */
  @SuppressWarnings("NullAway")
  protected ListingRecord() {}

  ListingRecord(
      ModelId model,
      UUID validation,
      @Nullable ClientMark client,
      List<String> accepted,
      String outcome,
      Instant now) {
    this.model = ModelKey.of(model);
    this.validationId = validation;
    this.client = client == null ? null : client.hash();
    this.accepted = accepted.toArray(String[]::new);
    this.outcome = ShownText.of(outcome, 1000);
    this.recordedAt = now;
  }

  String outcome() {
    return outcome;
  }
}
