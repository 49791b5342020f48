package org.sumscan.transactions;

import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import java.time.Instant;
import org.hibernate.annotations.JavaType;
import org.jspecify.annotations.Nullable;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.BlockRef;
import org.sumscan.kernel.Hash32;
import org.sumscan.persistence.AddressColumn;
import org.sumscan.persistence.BlockKey;
import org.sumscan.persistence.HashColumn;

/**
 * What is known of a transaction from one look to the next.
 *
 * @param signature null until a node has shown the transaction
 * @param inclusion the block that it is in; null while it is in none
 * @param replacement null while nothing is known to have replaced it
 * @param trouble null while the transaction is where it should be
 * @param scannedTo up to which block no other transaction has used the nonce
 * @param missingSince since when no node knows it
 * @param settled whether nothing can change any more
 */
@Embeddable
record TransactionProgress(
    @Convert(converter = TransactionState.Converter.class) TransactionState state,
    @Embedded @Nullable Signature signature,
    @Embedded @Nullable BlockKey inclusion,
    @Embedded @Nullable Replacement replacement,
    @Embedded @Nullable Trouble trouble,
    @Nullable Long scannedTo,
    @Nullable Instant missingSince,
    boolean settled) {

  /**
   * Who signed it.
   *
   * @param nonce its number among its sender's
   * @param direct whether its sender called the trainer themselves
   */
  @Embeddable
  record Signature(@JavaType(AddressColumn.class) Address sender, long nonce, boolean direct) {}

  /**
   * The transaction that took its place.
   *
   * @param by null if it was not found
   * @param in its block; null if it was not found
   */
  @Embeddable
  record Replacement(
      @JavaType(HashColumn.class) @Column(name = "replaced_by") @Nullable Hash32 by,
      @Column(name = "replaced_in") @Nullable Long in) {}

  /** Why it is not where it should be, and what to do about that. */
  @Embeddable
  record Trouble(String reason, String remedy) {}

  /** Before a node was asked. */
  static TransactionProgress announced(Instant now) {
    Trouble notShown =
        new Trouble(
            "No node has shown this transaction yet.",
            "Wait a moment; if it stays so, look into the wallet.");
    return new TransactionProgress(
        TransactionState.UNKNOWN, null, null, null, notShown, null, now, false);
  }

  @Nullable Address sender() {
    return signature == null ? null : signature.sender();
  }

  @Nullable Long nonce() {
    return signature == null ? null : signature.nonce();
  }

  boolean isDirect() {
    return signature != null && signature.direct();
  }

  @Nullable BlockRef block() {
    return inclusion == null ? null : inclusion.block();
  }

  @Nullable Hash32 replacedBy() {
    return replacement == null ? null : replacement.by();
  }

  @Nullable Long replacedIn() {
    return replacement == null ? null : replacement.in();
  }

  @Nullable String reason() {
    return trouble == null ? null : trouble.reason();
  }

  @Nullable String remedy() {
    return trouble == null ? null : trouble.remedy();
  }

  TransactionProgress signedBy(Address signer, long number, boolean directly) {
    Signature shown = new Signature(signer, number, directly);
    return new TransactionProgress(
        state, shown, inclusion, replacement, trouble, scannedTo, missingSince, settled);
  }

  /** A state without trouble. */
  TransactionProgress plain(TransactionState next, @Nullable BlockRef in) {
    boolean isFinal = next == TransactionState.FINAL;
    return new TransactionProgress(next, signature, key(in), null, null, scannedTo, null, isFinal);
  }

  TransactionProgress troubled(
      TransactionState next, @Nullable BlockRef in, String why, String what) {
    return new TransactionProgress(
        next, signature, key(in), null, new Trouble(why, what), scannedTo, null, false);
  }

  TransactionProgress replaced(
      TransactionState next, @Nullable Hash32 by, @Nullable Long in, String why) {
    Trouble told = new Trouble(why, "Nothing is lost: what it was for can be asked for again.");
    return new TransactionProgress(
        next, signature, null, new Replacement(by, in), told, scannedTo, null, false);
  }

  TransactionProgress missing(TransactionState next, Instant since, String why, String what) {
    return new TransactionProgress(
        next, signature, null, null, new Trouble(why, what), scannedTo, since, false);
  }

  TransactionProgress scanned(long to) {
    return new TransactionProgress(
        state, signature, inclusion, replacement, trouble, to, missingSince, settled);
  }

  /** In the same state, with no node knowing it. */
  TransactionProgress absent(Instant since) {
    return new TransactionProgress(
        state, signature, inclusion, replacement, trouble, scannedTo, since, settled);
  }

  TransactionProgress done() {
    return new TransactionProgress(
        state, signature, inclusion, replacement, trouble, scannedTo, missingSince, true);
  }

  private static @Nullable BlockKey key(@Nullable BlockRef block) {
    return block == null ? null : BlockKey.of(block);
  }
}
