package org.sumscan.pages.model;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sumscan.pages.fragments.OriginalView;
import org.sumscan.pages.fragments.PredictionView;

/**
 * The form for a free prediction, and what came of it.
 *
 * @param takesInput whether inputs can be encoded for the model
 * @param inputPrompt what to type as an input
 * @param inputNote how it is encoded
 * @param featuresPrompt what to type as features
 * @param input as it was typed
 * @param features as they were typed
 * @param complaint what is wrong with what was typed; empty for nothing
 * @param encoded the features of an input, the first of them; empty where none was given
 * @param asked what an example was labelled as; empty where none was chosen
 * @param said the answers; empty where nothing was asked
 * @param examples real samples to try
 */
record PredictPanel(
    boolean takesInput,
    String inputPrompt,
    String inputNote,
    String featuresPrompt,
    String input,
    String features,
    String complaint,
    String encoded,
    String asked,
    List<PredictionView> said,
    List<Example> examples) {

  /**
   * A real sample to ask about.
   *
   * @param words how it begins
   * @param original its text or picture, where that is known
   */
  record Example(String href, String words, @Nullable OriginalView original) {}
}
