package org.sumscan.transactions;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.PostLoad;
import jakarta.persistence.PostPersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import java.time.Instant;
import java.util.Objects;
import org.hibernate.annotations.Formula;
import org.hibernate.annotations.JavaType;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.BlockRef;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.LogRef;
import org.sumscan.kernel.ModelId;
import org.sumscan.persistence.AddressColumn;
import org.sumscan.persistence.HashColumn;

/** A transaction that is followed, as it was when it was looked at last. */
@Entity
@Table(name = "watched_transaction")
public class WatchedTransaction implements Persistable<Object> {

  @EmbeddedId private TransactionKey key;

  @JavaType(AddressColumn.class)
  private Address account;

  @Convert(converter = TransactionKind.Converter.class)
  @Column(name = "purpose")
  private TransactionKind kind;

  @JavaType(HashColumn.class)
  private @Nullable Hash32 sampleTransaction;

  private @Nullable Integer sampleLog;

  @JavaType(AddressColumn.class)
  private @Nullable Address model;

  private @Nullable Long announcedNonce;

  @Embedded private TransactionProgress progress;

  private Instant sentAt;
  private Instant updatedAt;
  private Instant nextLook;

  @Formula(
      "(select greatest(0, h.number - block_number + 1) from chain_head h"
          + " where h.chain_id = chain_id)")
  private @Nullable Long confirmations;

  @Transient private boolean stored;

  /** For JPA alone, which fills every field before anyone reads one. */
  @SuppressWarnings("NullAway")
  protected WatchedTransaction() {}

  /** One that is followed from now on, and due at once. */
  WatchedTransaction(SubmittedTransaction submitted, TransactionProgress progress, Instant now) {
    this.key = TransactionKey.of(submitted.chain(), submitted.hash());
    this.account = submitted.account();
    this.kind = submitted.kind();
    LogRef sample = submitted.sample();
    this.sampleTransaction = sample == null ? null : sample.transaction();
    this.sampleLog = sample == null ? null : sample.index();
    ModelId of = submitted.model();
    this.model = of == null ? null : of.address();
    this.announcedNonce = submitted.nonce();
    this.progress = progress;
    this.sentAt = now;
    this.updatedAt = now;
    this.nextLook = now;
  }

  /** What was submitted, as a page or a wallet announced it. */
  public SubmittedTransaction submitted() {
    return new SubmittedTransaction(
        key.chain(),
        key.hash(),
        account,
        kind,
        sampleTransaction == null || sampleLog == null
            ? null
            : new LogRef(key.chain(), sampleTransaction, sampleLog),
        model == null ? null : new ModelId(key.chain(), model),
        announcedNonce);
  }

  TransactionKey key() {
    return key;
  }

  TransactionProgress progress() {
    return progress;
  }

  /** Where it is in its life. */
  public TransactionState state() {
    return progress.state();
  }

  /** The block that it is in; null while it is in none. */
  public @Nullable BlockRef block() {
    return progress.block();
  }

  /** How many blocks there are from that one to the newest; 0 while it is in none. */
  public long confirmations() {
    return confirmations == null ? 0 : confirmations;
  }

  /** The transaction that took its place, if that is known. */
  public @Nullable Hash32 replacedBy() {
    return progress.replacedBy();
  }

  /** Why it is not where it should be; null if it is. */
  public @Nullable String reason() {
    return progress.reason();
  }

  /** What to do about that. */
  public @Nullable String remedy() {
    return progress.remedy();
  }

  /** When it was announced. */
  public Instant sentAt() {
    return sentAt;
  }

  /** When its state or block changed last. */
  public Instant updatedAt() {
    return updatedAt;
  }

  /** Whether pages show what it did. */
  public boolean isIndexed() {
    return state() == TransactionState.INDEXED || state() == TransactionState.FINAL;
  }

  /** Keeps what a look has shown. */
  void keep(TransactionProgress seen, Instant now, Instant next) {
    boolean moved = seen.state() != state() || !Objects.equals(hash(seen), hash(progress));
    if (moved) updatedAt = now;
    progress = seen;
    nextLook = next;
  }

  void postpone(Instant next) {
    nextLook = next;
  }

  private static @Nullable Hash32 hash(TransactionProgress progress) {
    BlockRef block = progress.block();
    return block == null ? null : block.hash();
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
}
