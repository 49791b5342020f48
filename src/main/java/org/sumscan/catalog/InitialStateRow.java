package org.sumscan.catalog;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.JavaType;
import org.sumscan.kernel.Hash32;
import org.sumscan.persistence.HashColumn;
import org.sumscan.persistence.ModelKey;
import org.sumscan.persistence.ShownText;

/** The state in which a model was handed over, as its row has it. */
@Entity
@Table(name = "model_start")
class InitialStateRow {

  @EmbeddedId private ModelKey key;
  private byte[] state;

  @JavaType(HashColumn.class)
  private Hash32 digest;

  private String source;

  /** For JPA alone, which fills every field before anyone reads one. */
  @SuppressWarnings("NullAway")
  protected InitialStateRow() {}

  InitialStateRow(ModelKey key, InitialState start) {
    this.key = key;
    this.state = start.state();
    this.digest = start.digest();
    this.source = ShownText.of(start.source(), 1000);
  }

  InitialState start() {
    return new InitialState(state, digest, source);
  }
}
