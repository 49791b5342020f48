package org.sumscan.pages.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sumscan.pages.fragments.PredictionView;
import org.sumscan.pages.parts.Choice;
import org.sumscan.pages.text.Amount;

/**
 * The form for adding a sample, and what would come of it.
 *
 * @param draftPath where a script asks for the transaction
 * @param takesInput whether inputs can be encoded for the model
 * @param inputPrompt what to type as an input
 * @param keepsInput whether Sumscan can keep an input, since it can tell whether it matches
 * @param classes the labels to choose from
 * @param deposit what a sample costs now; null where it is free
 * @param depositNote how that changes, and what is sent along
 * @param refund from when the deposit can be claimed back
 * @param input as it was typed
 * @param features as they were typed
 * @param account as it was typed
 * @param complaint what is wrong with what was typed; empty for nothing
 * @param preview what would happen; null where nothing was asked
 */
record AddPanel(
    String draftPath,
    String chainId,
    String model,
    String title,
    boolean takesInput,
    String inputPrompt,
    boolean keepsInput,
    List<Choice> classes,
    @Nullable Amount deposit,
    String depositNote,
    String refund,
    String input,
    String features,
    String account,
    String complaint,
    @Nullable Preview preview) {

  /**
   * What would happen.
   *
   * @param encoded the features, the first of them
   * @param said what the model says of them now
   * @param asked what a wallet would be asked to sign, a sentence each; empty without an account
   * @param refused why it should not be signed now; empty if it can be
   */
  record Preview(
      String encoded,
      List<PredictionView> said,
      @Nullable Amount value,
      List<String> asked,
      String refused) {}
}
