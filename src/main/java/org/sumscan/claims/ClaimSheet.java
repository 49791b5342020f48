package org.sumscan.claims;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sumscan.incentive.claim.ClaimKind;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.UInt64;
import org.sumscan.kernel.Wei;
import org.sumscan.ledger.Sample;

/**
 * What an account can claim from a sample, by each mode that the model's rules know.
 *
 * @param claimable what is left of the deposit
 * @param prediction what the model answers for the sample; null where it cannot answer
 * @param snapshot where claims and counts were read
 * @param answer where the model's answer came from
 */
public record ClaimSheet(
    AsOf asOf,
    Sample sample,
    Address account,
    Wei claimable,
    @Nullable UInt64 prediction,
    Source snapshot,
    Source answer,
    List<JudgedMode> modes) {

  /** Where a fact was read. */
  public enum Source {
    /** Our index, or the replay of it. */
    INDEX,
    /** The contracts, at the block that the sheet names. */
    CHAIN;

    /** The word in answers. */
    public String wireName() {
      return this == INDEX ? "index" : "chain";
    }
  }

  /** The verdict on a mode; empty where the model's rules do not know it. */
  public Optional<JudgedMode> mode(ClaimKind mode) {
    return modes.stream().filter(judged -> judged.mode() == mode).findFirst();
  }
}
