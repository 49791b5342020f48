package org.sumscan.pages.fragments;

import org.jspecify.annotations.Nullable;
import org.sumscan.accuracy.AccuracySummary;
import org.sumscan.accuracy.Figures;
import org.sumscan.catalog.ListingState;
import org.sumscan.pages.chart.Sparkline;
import org.sumscan.pages.text.NumberText;
import org.sumscan.reading.ModelCard;

/**
 * A model's accuracy in a few words and a small line.
 *
 * @param value the share of all samples, empty where it may not be shown
 * @param change how it moved lately; null where that is not known
 * @param tone good, bad or nothing, for the change
 * @param words for someone who cannot see the line, or why there is none
 */
public record AccuracyText(
    String value,
    @Nullable String change,
    String tone,
    String words,
    @Nullable Sparkline sparkline) {

  private static final double UNMOVED = 0.0005;

  /** The accuracy of a model, or why none is shown. */
  public static AccuracyText of(ModelCard card) {
    if (card.model().listingState() == ListingState.NOT_REPLAYABLE) {
      return without("Not yet replayable");
    }
    return switch (card.figures()) {
      case Figures.Shown(AccuracySummary summary) -> of(summary);
      case Figures.Pending pending when card.totals().samples() == 0 -> without("No samples yet");
      case Figures.Pending(long samples) when samples == 0 -> without("Being replayed");
      case Figures.Pending pending -> without("Being compared with the chain");
      case Figures.Withheld withheld -> without("Withheld: replay and chain differ");
    };
  }

  private static AccuracyText of(AccuracySummary summary) {
    Double change = summary.change();
    return new AccuracyText(
        NumberText.percent(summary.prequential()),
        change == null ? null : NumberText.points(change),
        change == null || Math.abs(change) < UNMOVED ? "" : change > 0 ? "good" : "bad",
        NumberText.grouped(summary.hits())
            + " of "
            + NumberText.counted(summary.samples(), "prediction")
            + " matched the label",
        summary.sparkline().isEmpty()
            ? null
            : Sparkline.of(summary.sparkline().stream().map(Float::doubleValue).toList()));
  }

  private static AccuracyText without(String words) {
    return new AccuracyText("", null, "", words, null);
  }
}
