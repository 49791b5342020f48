package org.sumscan.pages.register;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.sumscan.catalog.validation.CheckResult;
import org.sumscan.catalog.validation.CheckVerdict;
import org.sumscan.catalog.validation.Validation;
import org.sumscan.pages.fragments.HistoryView;
import org.sumscan.pages.links.Links;
import org.sumscan.pages.text.NumberText;
import org.sumscan.pages.text.Untrusted;

/**
 * What was found out about an address so far.
 *
 * @param href the report itself
 * @param running where to ask for more; empty once it has ended
 * @param tone of the verdict: nothing, {@code good}, {@code warn} or {@code bad}
 * @param rows the checks that said something
 * @param skipped those that another one has made pointless, once all has ended
 * @param modelHref the model's page, where it is listed
 * @param history how far the past of the listed model is; null where nothing is on its way
 * @param warnings how many warnings there are to accept
 * @param listAction where to send that it is to be listed; empty where it cannot be
 * @param refusal why it was not listed; empty where nobody tried
 */
record ValidationPage(
    String address,
    String chain,
    String href,
    String running,
    String tone,
    String verdict,
    String words,
    int made,
    int planned,
    List<Row> rows,
    List<Row> skipped,
    String modelHref,
    @Nullable HistoryView history,
    String warnings,
    String listAction,
    String refusal,
    String again) {

  private static final Map<String, String> TITLES =
      Map.ofEntries(
          Map.entry("address", "Address"),
          Map.entry("chain", "Chain"),
          Map.entry("code", "Contract"),
          Map.entry("listed", "Listed already"),
          Map.entry("interface", "Interface"),
          Map.entry("parts", "Three parts"),
          Map.entry("roles", "Parts in their places"),
          Map.entry("ownership", "Ownership"),
          Map.entry("texts", "Name and description"),
          Map.entry("encoder", "Encoder"),
          Map.entry("classifier", "Kind of classifier"),
          Map.entry("classes", "Classes"),
          Map.entry("numbers", "Numbers and features"),
          Map.entry("waits", "Waits"),
          Map.entry("cost-weight", "Cost weight"),
          Map.entry("predict", "Prediction"),
          Map.entry("bytecode", "Code of the contracts"),
          Map.entry("counts", "Counts"),
          Map.entry("balance", "Balance"),
          Map.entry("hand-over", "Before the hand-over"),
          Map.entry("replay", "Replay"),
          Map.entry("storage", "Proof of the storage"));

  /**
   * One check.
   *
   * @param tone {@code good}, {@code warn}, {@code bad}, or "none"
   */
  record Row(String title, String tone, String verdict, String found, String remedy) {

    static Row of(CheckResult check) {
      return new Row(
          TITLES.getOrDefault(check.id(), check.id()),
          ValidationPage.tone(check.verdict()),
          capital(check.verdict().wireName()),
          Untrusted.line(check.found(), 1500).text(),
          Untrusted.line(check.remedy(), 1000).text());
    }
  }

  static ValidationPage of(
      Validation validation,
      String chain,
      boolean listed,
      @Nullable HistoryView history,
      @Nullable String refusal) {
    boolean offered = validation.permitsListing() && !listed;
    String id = Links.validation(validation.id());
    return new ValidationPage(
        Untrusted.line(validation.address(), 100).text(),
        chain,
        id,
        validation.isRunning() ? id : "",
        validation.verdict() == null ? "" : tone(validation.verdict()),
        verdict(validation),
        words(validation, listed),
        validation.checks().size(),
        Math.max(validation.planned(), 1),
        validation.checks().stream()
            .filter(check -> validation.isRunning() || !isSkipped(check))
            .map(Row::of)
            .toList(),
        validation.checks().stream()
            .filter(check -> !validation.isRunning() && isSkipped(check))
            .map(Row::of)
            .toList(),
        listed ? Links.model(validation.model().orElseThrow()) : "",
        history,
        validation.warnings().isEmpty()
            ? ""
            : NumberText.counted(validation.warnings().size(), "warning"),
        offered ? id + "/listing" : "",
        refusal == null ? "" : refusal,
        validation.isRunning()
            ? ""
            : Links.with(
                "/register",
                Map.of("address", validation.address(), "chainId", validation.chain().toString())));
  }

  private static boolean isSkipped(CheckResult check) {
    return check.verdict() == CheckVerdict.NOT_APPLICABLE
        && check.found().startsWith(CheckResult.NOT_CHECKED);
  }

  private static String verdict(Validation validation) {
    CheckVerdict verdict = validation.verdict();
    if (verdict == null) return "Checking…";
    return switch (verdict) {
      case PASSED, NOT_APPLICABLE -> "Passed";
      case WARNING -> "Passed with warnings";
      case FAILED -> "Failed";
    };
  }

  private static String words(Validation validation, boolean listed) {
    if (validation.isRunning()) {
      return validation.planned() == 0
          ? "Waiting for its turn."
          : validation.checks().size() + " of " + validation.planned() + " checks are made.";
    }
    String reason = validation.reason();
    if (reason != null) return reason;
    if (listed) return "The model is listed.";
    if (validation.permitsListing()) {
      return validation.warnings().isEmpty()
          ? "Nothing stands in the way: the model can be listed."
          : "The model can be listed once its warnings are accepted.";
    }
    return "The model cannot be listed. Each failed check says what to do.";
  }

  private static String tone(CheckVerdict verdict) {
    return switch (verdict) {
      case PASSED -> "good";
      case WARNING -> "warn";
      case FAILED -> "bad";
      case NOT_APPLICABLE -> "none";
    };
  }

  private static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
