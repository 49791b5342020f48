package org.sumscan.claims;

import org.jspecify.annotations.Nullable;
import org.sumscan.claims.Draft.Reason;
import org.sumscan.kernel.LogRef;
import org.sumscan.kernel.UInt64;
import org.sumscan.kernel.Wei;

/** A transaction that adds a sample, or why there is none. */
public sealed interface SampleDraft {

  /**
   * The model takes the sample, as the node's simulation says.
   *
   * @param asOf the block on top of which it was tried out
   * @param deposit what the contract keeps if the next block is made now
   * @param prediction what the model answers for the sample now
   * @param refundableAfter how many seconds after its inclusion the deposit can be claimed back
   * @param duplicateOf an equal sample that the account added before; null where none was found
   * @param gas what it used when it was tried out; 0 where the node does not tell
   */
  record Signable(
      AsOf asOf,
      Wei deposit,
      UInt64 prediction,
      long refundableAfter,
      @Nullable LogRef duplicateOf,
      long gas,
      DraftedTransaction transaction)
      implements SampleDraft {}

  /**
   * It should not be signed.
   *
   * @param asOf the block that this was found at; null where none could be asked
   */
  record Refused(Reason why, @Nullable AsOf asOf) implements SampleDraft {}
}
