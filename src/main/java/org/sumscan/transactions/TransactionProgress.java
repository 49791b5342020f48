package org.sumscan.transactions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.BlockRef;
import org.sumscan.kernel.Hash32;

/**
 * What is kept of a followed transaction from one look to the next.
 *
 * @param sender who signed it; null until a node has shown it
 * @param nonce its number among its sender's; null until then
 * @param direct whether its sender called the trainer himself; null until then
 * @param replacedIn the block of what took its place
 * @param scannedTo up to which block nobody has used the nonce otherwise
 * @param missingSince since when no node knows it
 * @param settled whether nothing can change any more
 */
record TransactionProgress(
    TransactionState state,
    @Nullable Address sender,
    @Nullable Long nonce,
    @Nullable Boolean direct,
    @Nullable BlockRef block,
    @Nullable Hash32 replacedBy,
    @Nullable Long replacedIn,
    @Nullable String reason,
    @Nullable String remedy,
    @Nullable Long scannedTo,
    @Nullable Instant missingSince,
    boolean settled) {

  /** Before a node was asked. */
  static TransactionProgress announced(Instant now) {
    return new TransactionProgress(
        TransactionState.UNKNOWN,
        null,
        null,
        null,
        null,
        null,
        null,
        "No node has shown this transaction yet.",
        "Wait a moment; if it stays so, look into the wallet.",
        null,
        now,
        false);
  }

  TransactionProgress signedBy(Address signer, long number, boolean directly) {
    return new TransactionProgress(
        state,
        signer,
        number,
        directly,
        block,
        replacedBy,
        replacedIn,
        reason,
        remedy,
        scannedTo,
        missingSince,
        settled);
  }

  /** A state without trouble. */
  TransactionProgress plain(TransactionState next, @Nullable BlockRef in) {
    return new TransactionProgress(
        next,
        sender,
        nonce,
        direct,
        in,
        null,
        null,
        null,
        null,
        scannedTo,
        null,
        next == TransactionState.FINAL);
  }

  TransactionProgress troubled(
      TransactionState next, @Nullable BlockRef in, String why, String what) {
    return new TransactionProgress(
        next, sender, nonce, direct, in, null, null, why, what, scannedTo, null, false);
  }

  TransactionProgress replaced(
      TransactionState next, @Nullable Hash32 by, @Nullable Long in, String why) {
    return new TransactionProgress(
        next,
        sender,
        nonce,
        direct,
        null,
        by,
        in,
        why,
        "Nothing is lost: what it was for can be asked for again.",
        scannedTo,
        null,
        false);
  }

  TransactionProgress scanned(long to) {
    return new TransactionProgress(
        state,
        sender,
        nonce,
        direct,
        block,
        replacedBy,
        replacedIn,
        reason,
        remedy,
        to,
        missingSince,
        settled);
  }

  TransactionProgress missing(TransactionState next, Instant since, String why, String what) {
    return new TransactionProgress(
        next, sender, nonce, direct, null, null, null, why, what, scannedTo, since, false);
  }

  /** The same, with nodes not knowing it. */
  TransactionProgress absent(Instant since) {
    return new TransactionProgress(
        state,
        sender,
        nonce,
        direct,
        block,
        replacedBy,
        replacedIn,
        reason,
        remedy,
        scannedTo,
        since,
        settled);
  }

  TransactionProgress done() {
    return new TransactionProgress(
        state,
        sender,
        nonce,
        direct,
        block,
        replacedBy,
        replacedIn,
        reason,
        remedy,
        scannedTo,
        missingSince,
        true);
  }
}
