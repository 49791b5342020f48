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
 */
public record Announcement(
    ChainId chain,
    Hash32 hash,
    Address account,
    Purpose purpose,
    @Nullable LogRef sample,
    @Nullable ModelId model) {

  /**
   * @throws IllegalArgumentException if sample or model are on another chain
   */
  public Announcement {
    if (sample != null && !sample.chain().equals(chain)
        || model != null && !model.chain().equals(chain)) {
      throw new IllegalArgumentException("sample and model must be on the transaction's chain");
    }
  }
}
