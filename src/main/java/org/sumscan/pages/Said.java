package org.sumscan.pages;

import java.util.List;
import org.sumscan.catalog.Model;
import org.sumscan.kernel.UInt64;
import org.sumscan.reading.Answer;

/**
 * What a model said, in words.
 *
 * @param tone good, warn, bad or nothing
 * @param label the class that it named; empty for none
 */
record Said(String tone, String title, String label, List<String> notes) {

  /** An answer by itself. */
  static Said of(Answer answer, Model model, String who) {
    return switch (answer) {
      case Answer.Label(UInt64 label, long block) ->
          new Said("", who, ModelWords.label(model, label), List.of(asOf(block)));
      case Answer.Refused(String reason, long block) ->
          new Said("bad", who + " refuses: " + reason, "", List.of(asOf(block)));
      case Answer.Unavailable(String reason) ->
          new Said("", who + " is silent", "", List.of(reason));
    };
  }

  /** An answer beside the label that a contributor gave. */
  static Said of(Answer answer, Model model, String who, UInt64 claimed) {
    Said said = of(answer, model, who);
    if (!(answer instanceof Answer.Label(UInt64 label, long block))) return said;
    boolean agrees = label.equals(claimed);
    return new Said(
        agrees ? "good" : "warn",
        said.title(),
        said.label(),
        List.of(
            (agrees ? "It agrees with the label. " : "It disagrees with the label. ")
                + asOf(block)));
  }

  private static String asOf(long block) {
    return "As of block " + Numbers.grouped(block) + ".";
  }
}
