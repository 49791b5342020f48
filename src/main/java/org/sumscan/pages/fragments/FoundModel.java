package org.sumscan.pages.fragments;

import java.util.List;
import java.util.Map;
import org.sumscan.catalog.validation.CheckVerdict;
import org.sumscan.catalog.validation.LatestVerdict;
import org.sumscan.kernel.ModelId;
import org.sumscan.pages.links.Links;
import org.sumscan.pages.text.ChainNames;
import org.sumscan.pages.text.NumberText;
import org.sumscan.registration.validation.Discoverer;

/**
 * A contract that tells of samples and that nobody listed, in a list; the fragment {@code found ::
 * rows} shows it.
 *
 * @param events how many events it has told of
 * @param tone of the verdict: {@code good}, {@code warn}, {@code bad}, or nothing
 * @param href its report, or where to have one made
 */
public record FoundModel(
    String address, String chain, String events, String tone, String verdict, String href) {

  /** Makes the rows in the order in which the contracts were found. */
  public static List<FoundModel> of(List<Discoverer.Found> found, ChainNames chains) {
    return found.stream().map(each -> of(each, chains)).toList();
  }

  private static FoundModel of(Discoverer.Found found, ChainNames chains) {
    ModelId model = found.seen().contract();
    LatestVerdict last = found.verdict();
    return new FoundModel(
        model.address().toString(),
        chains.of(model.chain()),
        NumberText.counted(found.seen().logs(), "event"),
        last == null || last.verdict() == null ? "" : tone(last.verdict()),
        last == null ? "Not checked yet" : words(last),
        last == null
            ? Links.with(
                "/register",
                Map.of("address", model.address().toString(), "chainId", model.chain().toString()))
            : Links.validation(last.validation()));
  }

  private static String words(LatestVerdict last) {
    CheckVerdict verdict = last.verdict();
    if (verdict == null) return "Being checked";
    return switch (verdict) {
      case PASSED, NOT_APPLICABLE -> "Passed";
      case WARNING -> "Passed, " + NumberText.counted(last.warnings(), "warning");
      case FAILED -> "Failed";
    };
  }

  private static String tone(CheckVerdict verdict) {
    return switch (verdict) {
      case PASSED, NOT_APPLICABLE -> "good";
      case WARNING -> "warn";
      case FAILED -> "bad";
    };
  }
}
