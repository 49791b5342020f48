package org.sumscan.pages.model.forms;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sumscan.pages.fragments.PredictionView;
import org.sumscan.pages.parts.Choice;
import org.sumscan.pages.text.Amount;

/**
 * The form for adding a sample, and a preview of what would happen.
 *
 * @param keepsInput whether Sumscan can keep an input, since it can tell whether it matches
 * @param classes the labels to choose from
 * @param account as it was typed
 * @param complaint what is wrong with what was typed; empty for nothing
 * @param preview what would happen; null where nothing was asked
 */
public record AddPanel(
    Draft draft,
    InputFields fields,
    boolean keepsInput,
    List<Choice> classes,
    Price price,
    String account,
    String complaint,
    @Nullable Preview preview) {

  /**
   * What a script needs to have a transaction drafted.
   *
   * @param path where it asks for it
   */
  public record Draft(String path, String chainId, String model, String title) {}

  /**
   * What a sample costs.
   *
   * @param deposit now; null where it is free
   * @param note how that changes, and what is sent along
   * @param refund from when the deposit can be claimed back
   */
  public record Price(@Nullable Amount deposit, String note, String refund) {}

  /**
   * What would happen.
   *
   * @param encoded the features, the first of them
   * @param said what the model says of them now
   * @param asked what a wallet would be asked to sign, a sentence each; empty without an account
   * @param refused why it should not be signed now; empty if it can be
   */
  public record Preview(
      String encoded,
      List<PredictionView> said,
      @Nullable Amount value,
      List<String> asked,
      String refused) {}
}
