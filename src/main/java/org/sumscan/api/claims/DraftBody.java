package org.sumscan.api.claims;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;
import org.sumscan.claims.AsOf;
import org.sumscan.claims.Draft;

/**
 * A transaction to sign, or why none should be; the fields that do not apply are left out.
 *
 * @param asOfTime the block's own time, in seconds since 1970
 * @param amount what it pays, in wei
 * @param gas what it used when it was tried out; 0 where the node does not tell
 * @param net the amount without the fee, in wei, may be below 0
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DraftBody(
    boolean signable,
    @Nullable Long asOfBlock,
    @Nullable Long asOfTime,
    @Nullable String amount,
    @Nullable Long gas,
    @Nullable String net,
    @Nullable TransactionBody transaction,
    @Nullable String code,
    @Nullable String reason,
    @Nullable String remedy) {

  static DraftBody of(Draft.Signable draft) {
    return new DraftBody(
        true,
        draft.asOf().block().number(),
        draft.asOf().time(),
        draft.amount().toString(),
        draft.gas(),
        draft.net().toString(),
        TransactionBody.of(draft.transaction()),
        null,
        null,
        null);
  }

  static DraftBody of(Draft.Refused refused) {
    return refused(refused.why(), refused.asOf());
  }

  static DraftBody refused(Draft.Reason why, @Nullable AsOf asOf) {
    return new DraftBody(
        false,
        asOf == null ? null : asOf.block().number(),
        asOf == null ? null : asOf.time(),
        null,
        null,
        null,
        null,
        why.code(),
        why.sentence(),
        why.remedy());
  }
}
