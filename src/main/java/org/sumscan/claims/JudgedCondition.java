package org.sumscan.claims;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sumscan.incentive.claim.Condition;

/**
 * One condition of a claim and how it came out.
 *
 * @param id names it for programs, such as {@code wait-is-over}
 * @param from for a wait, the first second since 1970 at which it is over; null for the others
 * @param words what is so, in plain words without a full stop
 * @param remedy what follows, in a sentence or two; null where it holds
 */
public record JudgedCondition(
    String id, boolean holds, @Nullable Long from, String words, @Nullable String remedy) {

  static JudgedCondition of(Condition condition) {
    return new JudgedCondition(
        condition.check().name().toLowerCase(Locale.ROOT).replace('_', '-'),
        condition.holds(),
        condition.from().isPresent() ? condition.from().getAsLong() : null,
        condition.check().words(condition.holds()),
        condition.holds() ? null : condition.check().remedy());
  }
}
