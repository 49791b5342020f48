package org.sumscan.transactions;

import org.jspecify.annotations.Nullable;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ChainId;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.LogRef;
import org.sumscan.kernel.ModelId;

/**
 * What a page says of a transaction that a wallet has just sent.
 *
 * @param account whose wallet it was
 * @param sample the sample that is claimed, if one is
 * @param model the model that is meant, where it is not the sample's
 * @param nonce its number among its sender's, if the wallet told it; nobody has checked it
 */
public record SubmittedTransaction(
    ChainId chain,
    Hash32 hash,
    Address account,
    TransactionKind kind,
    @Nullable LogRef sample,
    @Nullable ModelId model,
    @Nullable Long nonce) {

  /**
   * @throws IllegalArgumentException if sample or model are on another chain, or the nonce is less
   *     than 0
   */
  public SubmittedTransaction {
    if (sample != null && !sample.chain().equals(chain)
        || model != null && !model.chain().equals(chain)) {
      throw new IllegalArgumentException("sample and model must be on the transaction's chain");
    }
    if (nonce != null && nonce < 0) throw new IllegalArgumentException("a nonce below 0");
  }

  /** One whose nonce the wallet did not tell. */
  public SubmittedTransaction(
      ChainId chain,
      Hash32 hash,
      Address account,
      TransactionKind kind,
      @Nullable LogRef sample,
      @Nullable ModelId model) {
    this(chain, hash, account, kind, sample, model, null);
  }
}
