package org.sumscan.api.claims;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;
import org.sumscan.claims.AsOf;
import org.sumscan.claims.Draft;

/**
 * A transaction to sign, or why none should be, written into one flat object; what does not apply
 * is left out.
 *
 * @param asOfTime the block's own time, in seconds since 1970
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DraftBody(
    boolean signable,
    @Nullable Long asOfBlock,
    @Nullable Long asOfTime,
    @JsonUnwrapped @Nullable Signable draft,
    @JsonUnwrapped @Nullable RefusalBody refusal) {

  /**
   * What to sign.
   *
   * @param amount what it pays, in wei
   * @param gas what the simulation used; 0 where the node does not tell
   * @param net the amount without the fee, in wei, may be below 0
   */
  record Signable(String amount, long gas, String net, TransactionBody transaction) {}

  static DraftBody of(Draft.Signable draft) {
    return new DraftBody(
        true,
        draft.asOf().block().number(),
        draft.asOf().time(),
        new Signable(
            draft.amount().toString(),
            draft.gas(),
            draft.net().toString(),
            TransactionBody.of(draft.transaction())),
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
        RefusalBody.of(why));
  }
}
