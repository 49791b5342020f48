package org.sumscan.notes;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Objects;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JavaType;
import org.jspecify.annotations.Nullable;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.ModelId;
import org.sumscan.persistence.AddressColumn;
import org.sumscan.persistence.HashColumn;
import org.sumscan.persistence.ModelKey;

/** One line of a model's record: who did what, when. */
@Entity
@Immutable
@Table(name = "model_record")
public class RecordedAction {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private @Nullable Long id;

  @Embedded private ModelKey model;

  @Column(name = "recorded_at")
  private Instant at;

  @JavaType(AddressColumn.class)
  private Address account;

  @Convert(converter = ModerationAction.Converter.class)
  private ModerationAction act;

  private @Nullable String words;

  @JavaType(AddressColumn.class)
  private @Nullable Address subject;

  @JavaType(HashColumn.class)
  private @Nullable Hash32 evidence;

  /** Computed in the database, where a later line of the same account or the operator is found. */
  @Formula(
      """
      (act in ('note', 'owner-note', 'ask-to-hide', 'hide') and not exists (
        select 1 from model_record later
        where later.chain_id = chain_id and later.address = address and later.id > id
          and (case act
              when 'note' then later.account = account and later.act in ('note', 'withdraw-note')
              when 'owner-note' then
                later.account = account and later.act in ('owner-note', 'withdraw-owner-note')
              when 'ask-to-hide' then
                later.act in ('hide', 'show') or later.account = account and later.act = 'ask-to-hide'
              else later.act in ('hide', 'show')
            end
            or later.act = 'remove-note' and later.subject = account and act <> 'hide')))
      """)
  private boolean inForce;

  /** For JPA alone, which fills every field before anyone reads one. */
  @SuppressWarnings("NullAway")
  protected RecordedAction() {}

  RecordedAction(ModelId model, Instant at, Address account, Notes.Wish done) {
    this.model = ModelKey.of(model);
    this.at = at;
    this.account = account;
    this.act = done.act();
    this.words = done.words() == null ? null : done.words().text();
    this.subject = done.subject();
    this.evidence = done.creation();
    this.inForce = done.act().needsWords();
  }

  /** Its number in the record, which grows. */
  public long id() {
    return Objects.requireNonNull(id, "not stored yet");
  }

  /** The model. */
  public ModelId model() {
    return model.id();
  }

  /** When it was done. */
  public Instant at() {
    return at;
  }

  /** Who did it. */
  public Address account() {
    return account;
  }

  /** What they did. */
  public ModerationAction act() {
    return act;
  }

  /** What they wrote, a stranger's text; null if the action has none. */
  public @Nullable String words() {
    return words;
  }

  /** Whose notes the operator removed; null for other actions. */
  public @Nullable Address subject() {
    return subject;
  }

  /** The creation transaction that proved them the model's owner; null if none was needed. */
  public @Nullable Hash32 evidence() {
    return evidence;
  }

  /**
   * Whether it is a note, wish or decision that nobody has replaced, withdrawn or removed; of
   * others only the fact is to be shown.
   */
  public boolean inForce() {
    return inForce;
  }
}
