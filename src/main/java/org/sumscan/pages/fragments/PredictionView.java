package org.sumscan.pages.fragments;

import java.util.List;
import org.sumscan.catalog.Model;
import org.sumscan.kernel.UInt64;
import org.sumscan.pages.text.ModelWords;
import org.sumscan.pages.text.NumberText;
import org.sumscan.reading.Answer;

/**
 * What a model said, in words.
 *
 * @param tone good, warn, bad or nothing
 * @param label the class that it named; empty for none
 */
public record PredictionView(String tone, String title, String label, List<String> notes) {

  /** An answer by itself. */
  public static PredictionView of(Answer answer, Model model, String who) {
    return switch (answer) {
      case Answer.Label(UInt64 label, long block) ->
          new PredictionView("", who, ModelWords.label(model, label), List.of(asOf(block)));
      case Answer.Refused(String reason, long block) ->
          new PredictionView("bad", who + " refuses: " + reason, "", List.of(asOf(block)));
      case Answer.Unavailable(String reason) ->
          new PredictionView("", who + " is silent", "", List.of(reason));
    };
  }

  /** An answer beside the label that a contributor gave. */
  public static PredictionView of(Answer answer, Model model, String who, UInt64 claimed) {
    PredictionView said = of(answer, model, who);
    if (!(answer instanceof Answer.Label(UInt64 label, long block))) return said;
    boolean agrees = label.equals(claimed);
    return new PredictionView(
        agrees ? "good" : "warn",
        said.title(),
        said.label(),
        List.of(
            (agrees ? "It agrees with the label. " : "It disagrees with the label. ")
                + asOf(block)));
  }

  private static String asOf(long block) {
    return "As of block " + NumberText.grouped(block) + ".";
  }
}
