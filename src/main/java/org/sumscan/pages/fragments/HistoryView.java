package org.sumscan.pages.fragments;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.sumscan.accuracy.Figures;
import org.sumscan.catalog.ListingState;
import org.sumscan.catalog.Model;
import org.sumscan.ledger.coverage.BackfillProgress;
import org.sumscan.ledger.coverage.Backfills;
import org.sumscan.ledger.totals.ModelTotals;
import org.sumscan.pages.text.NumberText;
import org.sumscan.reading.ModelCard;

/**
 * How far a model's past has come into the index and through the replay, while it is on its way;
 * the fragment {@code history :: progress} shows it.
 *
 * @param value how much is done; null where nothing can be counted
 * @param whole how much there is; null where nothing can be counted
 * @param seconds after how many to ask again
 */
public record HistoryView(
    String title, String words, @Nullable Long value, @Nullable Long whole, int seconds) {

  private static final int SOON = 2;
  private static final int LATER = 5;

  /** What is still on its way; null where nothing is. */
  public static @Nullable HistoryView of(ModelCard card, Backfills histories) {
    Model model = card.model();
    ModelTotals totals = card.totals();
    long created = model.creation().map(creation -> creation.block().number()).orElse(0L);
    Optional<BackfillProgress> history = histories.of(model.id(), created);
    if (history.isPresent() && !history.get().isWhole()) return reading(history.get(), totals);
    if (model.listingState() == ListingState.LISTED) {
      return new HistoryView(
          "Its start is being sought.",
          "The state in which it was deployed is being read from the chain; its accuracy follows.",
          null,
          null,
          SOON);
    }
    boolean replayed = model.listingState() == ListingState.REPLAYABLE && totals.samples() > 0;
    return replayed && card.figures() instanceof Figures.Pending(long samples)
        ? replaying(samples, totals.samples())
        : null;
  }

  private static HistoryView reading(BackfillProgress history, ModelTotals totals) {
    return new HistoryView(
        "Its history is being read.",
        "%s of %s blocks are indexed (%s); %s found so far."
            .formatted(
                NumberText.grouped(history.read()),
                NumberText.grouped(history.blocks()),
                100 * history.read() / history.blocks() + " %",
                NumberText.counted(totals.samples(), "sample")),
        history.read(),
        history.blocks(),
        SOON);
  }

  private static HistoryView replaying(long samples, long all) {
    if (samples >= all) {
      return new HistoryView(
          "Its replay is being compared with the chain.",
          "Its accuracy shows once both were found equal.",
          null,
          null,
          LATER);
    }
    return new HistoryView(
        "Its samples are being replayed.",
        "%s of %s.".formatted(NumberText.grouped(samples), NumberText.counted(all, "sample")),
        samples,
        all,
        SOON);
  }
}
