package org.sumscan.pages.fragments;

import java.util.ArrayList;
import java.util.List;
import org.sumscan.catalog.Model;
import org.sumscan.incentive.Waits;
import org.sumscan.pages.text.Durations;
import org.sumscan.transactions.TransactionKind;

/**
 * A model's incentive rules in words, and the windows of a sample's life.
 *
 * @param windows in the order in which they open
 */
public record ModelRules(List<String> sentences, List<Window> windows) {

  /**
   * A time at which something becomes possible.
   *
   * @param state {@code open} once it has come, else nothing
   */
  public record Window(String when, String title, String meaning, String state) {}

  /** The rules and the windows of any sample. */
  public static ModelRules of(Model model) {
    return of(model, -1);
  }

  /**
   * The same for one sample that was added so many seconds ago; negative for none in particular.
   */
  public static ModelRules of(Model model, long age) {
    boolean deposits = model.incentiveRules().hasDeposits();
    return new ModelRules(
        deposits ? depositSentences(model) : pointSentences(model),
        deposits ? depositWindows(model, age) : pointWindows(model.waits(), age));
  }

  private static List<String> depositSentences(Model model) {
    List<String> sentences = new ArrayList<>();
    sentences.add(
        "Whoever adds a sample pays a deposit. It is highest right after another sample and falls"
            + " with the square root of the seconds since.");
    sentences.add(
        "Once the model agrees with the label, the author can take the deposit back; a sample so"
            + " refunded counts as good.");
    sentences.add(
        "If the model disagrees, others can report the sample and take a share of the deposit:"
            + " their own good samples of all good ones.");
    if (model.claimOwner().equals(model.id().address())) {
      sentences.add(
          "The owner’s window stays unused: the owner is the trainer contract itself, which never"
              + " reports.");
    }
    return sentences;
  }

  private static List<String> pointSentences(Model model) {
    return List.of(
        "Adding a sample is free but for gas, and no money changes hands.",
        "Once the model agrees with the label, the author can have the sample counted as good.",
        model.incentiveRules().version() == 1
            ? "If it disagrees, others can report the sample; one claim settles it."
            : "If it disagrees, others can report the sample, once; a refund and a report may both"
                + " happen.");
  }

  private static List<Window> depositWindows(Model model, long age) {
    Waits waits = model.waits();
    List<Window> windows = new ArrayList<>();
    windows.add(window(0, "Added", "The deposit is locked.", age));
    windows.add(
        window(
            waits.refund(),
            "Refund and report",
            "The author, if the model agrees; others, if it disagrees.",
            age));
    if (!model.claimOwner().equals(model.id().address())) {
      windows.add(
          window(
              waits.ownerClaim(),
              "Owner may take it",
              "The model’s owner, whatever is left.",
              age));
    }
    windows.add(
        window(
            waits.anyAddressClaim(),
            "Anyone may take it",
            "Whoever comes first, the author too: a deadline, and a way out.",
            age));
    return windows;
  }

  private static List<Window> pointWindows(Waits waits, long age) {
    long report = Math.min(waits.refund(), waits.anyAddressClaim());
    return waits.refund() == report
        ? List.of(
            window(0, "Added", "Nothing is locked.", age),
            window(
                report,
                "Refund and report",
                "The author, if the model agrees; others, if not.",
                age))
        : List.of(
            window(0, "Added", "Nothing is locked.", age),
            window(report, TransactionKind.REPORT.title(), "Others, if the model disagrees.", age),
            window(
                waits.refund(),
                TransactionKind.REFUND.title(),
                "The author, if the model agrees.",
                age));
  }

  private static Window window(long wait, String title, String meaning, long age) {
    String when = wait == 0 ? "At once" : "After " + Durations.words(wait);
    return new Window(when, title, meaning, age < wait ? "" : "open");
  }
}
