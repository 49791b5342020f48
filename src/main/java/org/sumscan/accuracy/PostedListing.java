package org.sumscan.accuracy;

import jakarta.persistence.Column;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;
import org.sumscan.kernel.ModelId;
import org.sumscan.persistence.ModelKey;

/** The accuracy that was posted together with a model that was then listed. */
@Entity
@Immutable
@Table(name = "posted_listing")
class PostedListing {

  @EmbeddedId private ModelKey model;

  @Column(name = "accuracy")
  private @Nullable String json;

  /** For JPA alone, which fills every field before anyone reads one. */
  @SuppressWarnings("NullAway")
  protected PostedListing() {}

  ModelId model() {
    return model.id();
  }

  /** Null if none was posted. */
  @Nullable PostedFigure figure() {
    return json == null ? null : new PostedFigure(json);
  }
}
