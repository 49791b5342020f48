package org.sumscan.api.transactions;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import org.sumscan.kernel.BlockRef;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.LogRef;
import org.sumscan.kernel.ModelId;
import org.sumscan.transactions.SubmittedTransaction;
import org.sumscan.transactions.TransactionState;
import org.sumscan.transactions.WatchedTransaction;

/**
 * A followed transaction, whose parts are written as one flat object.
 *
 * @param sample the sample that it claims from; null where it adds one
 * @param model the trainer to which it adds a sample; null where it claims
 * @param link its page
 */
record FollowedTransaction(
    @JsonUnwrapped Submitted submitted,
    @JsonUnwrapped Inclusion inclusion,
    @JsonUnwrapped Progress progress,
    @Nullable SampleLog sample,
    @Nullable String model,
    String link) {

  /** What was announced. */
  record Submitted(long chainId, String hash, String account, String purpose) {

    private static Submitted of(SubmittedTransaction announced) {
      return new Submitted(
          announced.chain().value(),
          announced.hash().toString(),
          announced.account().toString(),
          announced.kind().wireName());
    }
  }

  /**
   * Where it is.
   *
   * @param block the height of its block; null while it is in none
   * @param confirmations how many blocks there are from that one to the newest; null while in none
   * @param replacedBy the hash of what took its place; null if nothing did or it is not known
   */
  record Inclusion(
      @Nullable Long block, @Nullable Long confirmations, @Nullable String replacedBy) {

    private static Inclusion of(WatchedTransaction watched) {
      BlockRef block = watched.block();
      Hash32 replacedBy = watched.replacedBy();
      return new Inclusion(
          block == null ? null : block.number(),
          block == null ? null : watched.confirmations(),
          replacedBy == null ? null : replacedBy.toString());
    }
  }

  /**
   * How far it is.
   *
   * @param reason why it is not where it should be; null where it is
   * @param remedy what to do about it
   * @param sentAt when it was announced, in seconds since 1970
   * @param updatedAt when its state changed last, in seconds since 1970
   */
  record Progress(
      String state,
      @Nullable String reason,
      @Nullable String remedy,
      boolean indexed,
      @JsonProperty("final") boolean isFinal,
      long sentAt,
      long updatedAt) {

    private static Progress of(WatchedTransaction watched) {
      return new Progress(
          watched.state().wireName(),
          watched.reason(),
          watched.remedy(),
          watched.isIndexed(),
          watched.state() == TransactionState.FINAL,
          watched.sentAt().getEpochSecond(),
          watched.updatedAt().getEpochSecond());
    }
  }

  /** The log of a sample. */
  record SampleLog(String transactionHash, int logIndex) {}

  static FollowedTransaction of(WatchedTransaction watched) {
    SubmittedTransaction announced = watched.submitted();
    LogRef sample = announced.sample();
    ModelId model = announced.model();
    return new FollowedTransaction(
        Submitted.of(announced),
        Inclusion.of(watched),
        Progress.of(watched),
        sample == null ? null : new SampleLog(sample.transaction().toString(), sample.index()),
        model == null ? null : model.address().toString(),
        "/transactions/" + announced.chain() + "/" + announced.hash());
  }
}
