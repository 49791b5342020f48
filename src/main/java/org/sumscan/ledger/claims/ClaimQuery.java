package org.sumscan.ledger.claims;

import org.jspecify.annotations.Nullable;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.ModelId;
import org.sumscan.ledger.Claim;

/**
 * Which claims to find, the newest first; a filter that is null lets everything through.
 *
 * @param limit how many at most, 1 … {@value #MOST}
 * @param cursor where a page before ended, as {@link ClaimPage#next} gave it
 */
public record ClaimQuery(
    @Nullable ModelId model,
    @Nullable Address claimant,
    Claim.@Nullable Kind kind,
    int limit,
    @Nullable String cursor) {

  /** The most claims of one page. */
  public static final int MOST = 1_000;

  /**
   * @throws IllegalArgumentException for a limit out of range
   */
  public ClaimQuery {
    if (limit < 1 || limit > MOST) {
      throw new IllegalArgumentException("the limit lies within 1 and " + MOST + ", not " + limit);
    }
  }

  /** The newest claims on one model's samples. */
  public static ClaimQuery ofModel(ModelId model, int limit) {
    return new ClaimQuery(model, null, null, limit, null);
  }

  /** The newest claims of one account. */
  public static ClaimQuery by(Address claimant, int limit) {
    return new ClaimQuery(null, claimant, null, limit, null);
  }
}
