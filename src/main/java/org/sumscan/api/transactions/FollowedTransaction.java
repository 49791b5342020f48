package org.sumscan.api.transactions;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.sumscan.kernel.BlockRef;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.LogRef;
import org.sumscan.kernel.ModelId;
import org.sumscan.transactions.SubmittedTransaction;
import org.sumscan.transactions.TransactionState;
import org.sumscan.transactions.WatchedTransaction;

/**
 * A followed transaction.
 *
 * @param block the height of its block; null while it is in none
 * @param confirmations how many blocks there are from that one to the newest; null while in none
 * @param replacedBy the hash of what took its place; null if nothing did or it is not known
 * @param reason why it is not where it should be; null where it is
 * @param remedy what to do about it
 * @param sentAt when it was announced, in seconds since 1970
 * @param updatedAt when its state changed last, in seconds since 1970
 * @param link its page
 */
record FollowedTransaction(
    long chainId,
    String hash,
    String account,
    String purpose,
    String state,
    @Nullable Long block,
    @Nullable Long confirmations,
    @Nullable String replacedBy,
    @Nullable String reason,
    @Nullable String remedy,
    boolean indexed,
    @JsonProperty("final") boolean isFinal,
    long sentAt,
    long updatedAt,
    @Nullable SampleName sample,
    @Nullable String model,
    String link) {

  /** How a sample is named. */
  record SampleName(String transactionHash, int logIndex) {}

  static FollowedTransaction of(WatchedTransaction watched) {
    SubmittedTransaction announced = watched.submitted();
    BlockRef block = watched.block();
    Hash32 replacedBy = watched.replacedBy();
    LogRef sample = announced.sample();
    ModelId model = announced.model();
    return new FollowedTransaction(
        announced.chain().value(),
        announced.hash().toString(),
        announced.account().toString(),
        announced.kind().wireName(),
        watched.state().wireName(),
        block == null ? null : block.number(),
        block == null ? null : watched.confirmations(),
        replacedBy == null ? null : replacedBy.toString(),
        watched.reason(),
        watched.remedy(),
        watched.isIndexed(),
        watched.state() == TransactionState.FINAL,
        watched.sentAt().getEpochSecond(),
        watched.updatedAt().getEpochSecond(),
        sample == null ? null : new SampleName(sample.transaction().toString(), sample.index()),
        model == null ? null : model.address().toString(),
        "/transactions/" + announced.chain() + "/" + announced.hash());
  }
}
