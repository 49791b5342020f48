package org.sumscan.transactions;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sumscan.kernel.BlockRef;
import org.sumscan.kernel.Hash32;

/**
 * A transaction that is followed, as it was when it was looked at last.
 *
 * @param block the block that it is in; null while it is in none
 * @param confirmations how many blocks there are from that one to the newest; 0 while it is in none
 * @param replacedBy the transaction that took its place, where it is known
 * @param reason why it is not where it should be; null where it is
 * @param remedy what to do about that
 * @param sentAt when it was announced
 * @param updatedAt when its state changed last
 */
public record WatchedTransaction(
    SubmittedTransaction submitted,
    TransactionState state,
    @Nullable BlockRef block,
    long confirmations,
    @Nullable Hash32 replacedBy,
    @Nullable String reason,
    @Nullable String remedy,
    Instant sentAt,
    Instant updatedAt) {

  /** Whether pages show what it did. */
  public boolean isIndexed() {
    return state == TransactionState.INDEXED || state == TransactionState.FINAL;
  }
}
