package org.sumscan.pages.model.forms;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sumscan.pages.fragments.OriginalView;
import org.sumscan.pages.fragments.PredictionView;

/**
 * The form for a free prediction, and the answers.
 *
 * @param note how an input is encoded; empty where none can be
 * @param featuresPrompt what to type as features
 * @param complaint what is wrong with what was typed; empty for nothing
 * @param examples real samples to try
 */
public record PredictPanel(
    InputFields fields,
    String note,
    String featuresPrompt,
    String complaint,
    Answers answers,
    List<Example> examples) {

  /**
   * What was predicted.
   *
   * @param encoded the features of an input, the first of them; empty where none was given
   * @param label what an example was labelled as; empty where none was chosen
   * @param said what the contract and our replay answer; empty where nothing was asked
   */
  public record Answers(String encoded, String label, List<PredictionView> said) {

    static final Answers NONE = new Answers("", "", List.of());
  }

  /**
   * A real sample to ask about.
   *
   * @param words how it begins
   * @param original its text or picture, where that is known
   */
  public record Example(String href, String words, @Nullable OriginalView original) {}
}
