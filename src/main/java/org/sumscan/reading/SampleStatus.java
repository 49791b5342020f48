package org.sumscan.reading;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sumscan.kernel.Wei;
import org.sumscan.ledger.ClaimStatus;
import org.sumscan.ledger.OpenState;
import org.sumscan.ledger.Sample;

/**
 * The status of a sample at a moment: one of waiting, open, partly claimed and claimed, and beside
 * it what else holds, several of which can hold at once.
 *
 * @param state one of {@link #STATES}
 * @param left what nobody has claimed yet; nothing under points
 * @param open what can still be claimed and from when; null when nothing can
 */
public record SampleStatus(
    ClaimStatus state,
    boolean refundable,
    boolean reportable,
    boolean anyoneCanTake,
    Wei left,
    @Nullable OpenState open) {

  /** Those of which a sample has exactly one. */
  public static final Set<ClaimStatus> STATES =
      EnumSet.of(
          ClaimStatus.WAITING, ClaimStatus.OPEN, ClaimStatus.PARTLY_CLAIMED, ClaimStatus.CLAIMED);

  /**
   * The status at a time.
   *
   * @param now a block's time, in seconds since 1970
   */
  public static SampleStatus of(Sample sample, long now) {
    OpenState open = sample.open();
    if (open == null) {
      return new SampleStatus(ClaimStatus.CLAIMED, false, false, false, Wei.ZERO, null);
    }
    Set<ClaimStatus> holds = open.at(now);
    return new SampleStatus(
        STATES.stream().filter(holds::contains).findFirst().orElseThrow(),
        holds.contains(ClaimStatus.REFUNDABLE),
        holds.contains(ClaimStatus.REPORTABLE),
        holds.contains(ClaimStatus.ANYONE_CAN_TAKE),
        open.claimable(),
        open);
  }

  /** The word in addresses and answers, such as "partly-claimed". */
  public String wireName() {
    return word(state);
  }

  /** The word for a status in addresses and answers. */
  public static String word(ClaimStatus status) {
    return status.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
