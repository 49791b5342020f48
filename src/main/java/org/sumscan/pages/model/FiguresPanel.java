package org.sumscan.pages.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sumscan.pages.fragments.AccuracyText;
import org.sumscan.pages.text.Amount;
import org.sumscan.pages.text.Moment;
import org.sumscan.pages.text.NumberText;
import org.sumscan.reading.ModelCard;

/**
 * A model in four figures.
 *
 * @param last when its latest sample was added; null for none
 * @param deposit what a sample costs now
 * @param held what the mechanism holds
 */
record FiguresPanel(
    AccuracyText accuracy, String samples, @Nullable Moment last, Money deposit, Money held) {

  /**
   * An amount with a few words beside it.
   *
   * @param amount null under points
   */
  record Money(@Nullable Amount amount, String note) {}

  static FiguresPanel of(ModelCard card, Instant now) {
    boolean deposits = card.model().incentiveRules().hasDeposits();
    Long last = card.totals().lastSampleTime();
    return new FiguresPanel(
        AccuracyText.of(card),
        NumberText.grouped(card.totals().samples()),
        last == null ? null : Moment.of(last, now),
        deposits
            ? new Money(Amount.of(card.depositNow()), "falls until the next sample")
            : new Money(null, "samples are free but for gas"),
        deposits
            ? new Money(Amount.of(card.held()), "of deposits nobody has claimed yet")
            : new Money(null, "no money changes hands"));
  }
}
