package org.sumscan.accuracy;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JavaType;
import org.jspecify.annotations.Nullable;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.ModelId;
import org.sumscan.persistence.HashColumn;
import org.sumscan.persistence.ModelKey;

/** What someone said that a model's accuracy was after a transaction; nobody has checked it. */
@Entity
@Immutable
@Table(name = "posted_accuracy")
public class PostedAccuracy {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  @Embedded private ModelKey model;

  @JavaType(HashColumn.class)
  @Column(name = "transaction_hash")
  private Hash32 transaction;

  @Column(name = "block_number")
  private @Nullable Long block;

  @Column(name = "accuracy")
  private String json;

  private String client;

  @Column(name = "posted_at")
  private Instant at;

  /** For JPA alone, which fills every field before anyone reads one. */
  @SuppressWarnings("NullAway")
  protected PostedAccuracy() {}

  PostedAccuracy(
      ModelKey model,
      Hash32 transaction,
      @Nullable Long block,
      PostedFigure figure,
      String client,
      Instant at) {
    this.model = model;
    this.transaction = transaction;
    this.block = block;
    this.json = figure.json();
    this.client = client;
    this.at = at;
  }

  /** The model. */
  public ModelId model() {
    return model.id();
  }

  /** The transaction after which the accuracy was measured. */
  public Hash32 transaction() {
    return transaction;
  }

  /** The number of the transaction's block, as the client said. */
  public @Nullable Long block() {
    return block;
  }

  /** The accuracy as it was posted. */
  public PostedFigure figure() {
    return new PostedFigure(json);
  }

  /** When it was posted. */
  public Instant at() {
    return at;
  }

  /** Whether that would be the same once more. */
  boolean says(@Nullable Long thatBlock, PostedFigure thatFigure) {
    return figure().equals(thatFigure) && Objects.equals(block, thatBlock);
  }
}
