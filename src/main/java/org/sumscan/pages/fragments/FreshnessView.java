package org.sumscan.pages.fragments;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sumscan.ledger.coverage.ChainState;
import org.sumscan.pages.text.ChainNames;
import org.sumscan.pages.text.Moment;
import org.sumscan.pages.text.NumberText;

/**
 * How fresh a chain's index is, as each page says at its head.
 *
 * @param state nothing, {@code behind} or {@code broken}
 * @param block the last block up to which every block was read; null while there is none
 * @param age since that block was made
 * @param note what is wrong; null while nothing is
 */
public record FreshnessView(
    String name,
    String state,
    @Nullable String block,
    @Nullable Moment age,
    @Nullable String note) {

  private static final long FAR_BEHIND = 10;

  /** The freshness of every chain, in their order. */
  public static List<FreshnessView> of(List<ChainState> states, Instant now) {
    ChainNames names = ChainNames.of(states);
    return states.stream().map(state -> of(state, names, now)).toList();
  }

  private static FreshnessView of(ChainState state, ChainNames names, Instant now) {
    Long indexed = state.indexedTo();
    Long time = state.indexedTime();
    return new FreshnessView(
        names.of(state.chain()),
        tone(state),
        indexed == null ? null : NumberText.grouped(indexed),
        time == null ? null : Moment.of(time, now),
        note(state));
  }

  /** The mark beside a chain: nothing while all is well. */
  public static String tone(ChainState state) {
    if (state.halted() != null) return "broken";
    return state.lag() > FAR_BEHIND || state.error() != null ? "behind" : "";
  }

  private static @Nullable String note(ChainState state) {
    if (state.halted() != null) return "stopped";
    if (state.lag() > FAR_BEHIND) {
      return NumberText.counted(state.lag(), "block") + " behind";
    }
    if (state.error() != null) return "the node has trouble";
    long pending = state.levels().pendingClaims();
    if (pending > 0) return NumberText.counted(pending, "claim") + " not tied to samples yet";
    return state.levels().doubted() == null ? null : "some blocks are in doubt";
  }
}
