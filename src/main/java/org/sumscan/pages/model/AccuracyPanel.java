package org.sumscan.pages.model;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sumscan.accuracy.Figures;
import org.sumscan.accuracy.series.AccuracyLine;
import org.sumscan.pages.parts.EmptyState;
import org.sumscan.pages.text.NumberText;
import org.sumscan.reading.ModelCard;

/**
 * The accuracy over time, ours and what others posted.
 *
 * @param chart null where the accuracy may not be shown
 * @param empty what to say in its place
 */
record AccuracyPanel(
    @Nullable AccuracyView chart, @Nullable EmptyState empty, List<PostedRow> posted) {

  static AccuracyPanel of(ModelFacts facts, AccuracyView.Axis axis, Instant now) {
    List<AccuracyLine> lines = facts.accuracy().lines();
    AccuracyView chart =
        lines.isEmpty()
            ? null
            : AccuracyView.of(
                facts.card().model(),
                lines,
                ConfusionView.majority(facts.accuracy().confusion()).orElse(null),
                axis,
                now);
    return new AccuracyPanel(
        chart, chart == null ? empty(facts.card()) : null, PostedRow.of(facts.posted(), now));
  }

  private static EmptyState empty(ModelCard card) {
    if (card.model().listingReason().isPresent()) {
      return EmptyState.of(
          "No accuracy is shown",
          "The model cannot be replayed yet; see the notice above. What it says now is asked of its"
              + " contract.");
    }
    return switch (card.figures()) {
      case Figures.Withheld withheld ->
          EmptyState.of("No accuracy is shown", "Replay and chain differ; see the notice above.");
      case Figures.Pending(long samples) when samples > 0 ->
          EmptyState.of(
              "Being compared with the chain",
              NumberText.counted(samples, "sample")
                  + " replayed so far. The chart appears once replay and chain were found equal.");
      case Figures.Pending pending when card.totals().samples() > 0 ->
          EmptyState.of("Being replayed", "The chart appears once all samples are replayed.");
      default ->
          EmptyState.of(
              "No samples yet", "The chart begins with the first sample that someone adds.");
    };
  }
}
