package org.sumscan.pages.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sumscan.catalog.Model;
import org.sumscan.pages.fragments.AccuracyText;
import org.sumscan.pages.text.Amount;
import org.sumscan.pages.text.MechanismWords;
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
   * @param amount null where no money is at stake
   */
  record Money(@Nullable Amount amount, String note) {}

  static FiguresPanel of(ModelCard card, Instant now) {
    Model model = card.model();
    Long last = card.totals().lastSampleTime();
    return new FiguresPanel(
        AccuracyText.of(card),
        NumberText.grouped(card.totals().samples()),
        last == null ? null : Moment.of(last, now),
        new Money(
            MechanismWords.amount(model, card.depositNow()),
            MechanismWords.price(model.mechanism())),
        new Money(
            MechanismWords.amount(model, card.held()),
            MechanismWords.held(model.mechanism().stake())));
  }
}
