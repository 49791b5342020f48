package org.sumscan.api.claims;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sumscan.api.samples.SampleName;
import org.sumscan.claims.ClaimSheet;
import org.sumscan.claims.JudgedCondition;
import org.sumscan.claims.JudgedMode;

/**
 * What an account can claim from a sample, name and block written into one flat object.
 *
 * @param claimable what is left of the deposit, in wei
 * @param prediction the number of the class that the model answers; null where it cannot
 * @param books where claims and counts were read: {@code index}, or {@code chain} where the index
 *     cannot know them
 * @param answer where the model's answer was read, in the words of {@code books}
 */
record ClaimSheetBody(
    @JsonUnwrapped SampleName sample,
    String account,
    @JsonUnwrapped Snapshot snapshot,
    String claimable,
    @Nullable String prediction,
    String books,
    String answer,
    List<Mode> modes) {

  /**
   * The block by whose state it was judged.
   *
   * @param asOfTime the block's own time, in seconds since 1970, by which waits were judged
   */
  record Snapshot(long asOfBlock, String asOfHash, long asOfTime) {}

  /**
   * One way to claim.
   *
   * @param amount what it pays, or will at {@code from}, in wei; null where neither holds
   * @param from seconds since 1970 from which a block could allow it; null where it is allowed, or
   *     time alone would not
   * @param gas what it would use; null where it is not allowed or no node tells
   * @param net the amount without the fee, in wei, may be below 0; null with gas
   */
  record Mode(
      String mode,
      boolean allowed,
      @Nullable String amount,
      @Nullable Long from,
      List<JudgedCondition> conditions,
      @Nullable Long gas,
      @Nullable String net,
      @Nullable TransactionBody transaction) {

    static Mode of(JudgedMode judged) {
      return new Mode(
          judged.mode().wireName(),
          judged.allowed(),
          judged.amount() == null ? null : judged.amount().toString(),
          judged.from(),
          judged.conditions(),
          judged.gas(),
          judged.net() == null ? null : judged.net().toString(),
          TransactionBody.orNull(judged.transaction()));
    }
  }

  static ClaimSheetBody of(ClaimSheet sheet) {
    return new ClaimSheetBody(
        SampleName.of(sheet.sample()),
        sheet.account().toString(),
        new Snapshot(
            sheet.asOf().block().number(),
            sheet.asOf().block().hash().toString(),
            sheet.asOf().time()),
        sheet.claimable().toString(),
        sheet.prediction() == null ? null : sheet.prediction().toString(),
        sheet.snapshot().wireName(),
        sheet.answer().wireName(),
        sheet.modes().stream().map(Mode::of).toList());
  }
}
