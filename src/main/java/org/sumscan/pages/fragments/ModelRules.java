package org.sumscan.pages.fragments;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.sumscan.catalog.Model;
import org.sumscan.incentive.Mechanism;
import org.sumscan.incentive.MechanismRule;
import org.sumscan.incentive.claim.ClaimKind;
import org.sumscan.pages.text.Durations;
import org.sumscan.pages.text.MechanismWords;

/**
 * A model's incentive rules in words, and the windows in which each claim on a sample can be made.
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
   * The rules with the windows of one sample.
   *
   * @param age how many seconds ago it was added; negative for no sample in particular
   */
  public static ModelRules of(Model model, long age) {
    return new ModelRules(sentences(model), windows(model, age));
  }

  private static List<String> sentences(Model model) {
    Mechanism mechanism = model.mechanism();
    List<String> sentences =
        new ArrayList<>(mechanism.rules().stream().map(MechanismRule::sentence).toList());
    if (mechanism.claimKinds().contains(ClaimKind.REPORT_OWNER) && isOwnedByItself(model)) {
      sentences.add(
          "The owner’s window stays unused: the owner is the trainer contract itself, which never"
              + " reports.");
    }
    return sentences;
  }

  private static List<Window> windows(Model model, long age) {
    List<Window> windows = new ArrayList<>();
    windows.add(window(0, "Added", MechanismWords.added(model.mechanism().stake()), age));
    opening(model).forEach((wait, kinds) -> windows.addAll(windows(wait, kinds, age)));
    return windows;
  }

  /** Which kinds of claim open after how many seconds; those that nobody can make are left out. */
  private static Map<Long, List<ClaimKind>> opening(Model model) {
    Map<Long, List<ClaimKind>> opening = new TreeMap<>();
    for (ClaimKind kind : model.mechanism().claimKinds()) {
      if (kind == ClaimKind.REPORT_OWNER && isOwnedByItself(model)) continue;
      long wait = model.mechanism().opensAfter(kind, model.waits());
      opening.computeIfAbsent(wait, seconds -> new ArrayList<>()).add(kind);
    }
    return opening;
  }

  private static List<Window> windows(long wait, List<ClaimKind> kinds, long age) {
    List<Window> windows = new ArrayList<>();
    boolean both = kinds.contains(ClaimKind.REFUND) && kinds.contains(ClaimKind.REPORT_SHARE);
    if (both) {
      windows.add(
          window(
              wait,
              "Refund and report",
              "The author, if the model agrees; others, if it disagrees.",
              age));
    }
    for (ClaimKind kind : kinds) {
      if (both && !kind.takesAll()) continue;
      windows.add(window(wait, title(kind), meaning(kind), age));
    }
    return windows;
  }

  private static String title(ClaimKind kind) {
    return switch (kind) {
      case REFUND -> "Refund";
      case REPORT_SHARE -> "Report";
      case REPORT_OWNER -> "Owner may take it";
      case REPORT_ANYONE -> "Anyone may take it";
    };
  }

  private static String meaning(ClaimKind kind) {
    return switch (kind) {
      case REFUND -> "The author, if the model agrees.";
      case REPORT_SHARE -> "Others, if the model disagrees.";
      case REPORT_OWNER -> "The model’s owner, whatever is left.";
      case REPORT_ANYONE -> "Whoever comes first, the author too: a deadline, and a way out.";
    };
  }

  private static boolean isOwnedByItself(Model model) {
    return model.claimOwner().equals(model.id().address());
  }

  private static Window window(long wait, String title, String meaning, long age) {
    String when = wait == 0 ? "At once" : "After " + Durations.words(wait);
    return new Window(when, title, meaning, age < wait ? "" : "open");
  }
}
