package org.sumscan.ledger;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sumscan.incentive.Mechanism;
import org.sumscan.incentive.OpenClaims;
import org.sumscan.kernel.Wei;

/**
 * What can still be claimed of a sample, what was claimed, and what its model says.
 *
 * @param claimable what is left of the deposit; nothing under points
 * @param claims which claims open when
 * @param answer what the model says of it; null while it was not asked
 */
public record OpenState(
    Wei claimable, OpenClaims claims, int refunds, int reports, @Nullable ModelSays answer) {

  /** A time that does not come. */
  public static final long NEVER = Mechanism.NEVER;

  /**
   * What a model says of a sample.
   *
   * @param agrees whether with its label; null where it refuses the sample
   * @param block the block whose state said so
   */
  public record ModelSays(@Nullable Boolean agrees, long block) {}

  /** From when its author can be refunded, if the model agrees; in seconds since 1970. */
  public long refundFrom() {
    return claims.refundFrom();
  }

  /** From when others can report it, if the model disagrees; in seconds since 1970. */
  public long reportFrom() {
    return claims.reportFrom();
  }

  /** From when anyone can take what is left, in seconds since 1970; {@link #NEVER} if nobody. */
  public long anyoneFrom() {
    return claims.anyoneFrom();
  }

  /** Whether what is left can be taken by anyone at some time. */
  public boolean canBeTaken() {
    return anyoneFrom() != NEVER;
  }

  /**
   * Its statuses at a time: exactly one of waiting, open and partly claimed, and what else holds.
   *
   * @param now a block's time, in seconds since 1970
   */
  public Set<ClaimStatus> at(long now) {
    Boolean agrees = answer == null ? null : answer.agrees();
    Set<ClaimStatus> statuses = EnumSet.noneOf(ClaimStatus.class);
    if (refunds + reports > 0) statuses.add(ClaimStatus.PARTLY_CLAIMED);
    else statuses.add(now < reportFrom() ? ClaimStatus.WAITING : ClaimStatus.OPEN);
    if (Boolean.TRUE.equals(agrees) && now >= refundFrom() && claims.remaining().refund()) {
      statuses.add(ClaimStatus.REFUNDABLE);
    }
    if (Boolean.FALSE.equals(agrees) && now >= reportFrom() && claims.remaining().report()) {
      statuses.add(ClaimStatus.REPORTABLE);
    }
    if (now >= anyoneFrom()) statuses.add(ClaimStatus.ANYONE_CAN_TAKE);
    return statuses;
  }

  /** Those that an open sample can have. */
  public static Set<ClaimStatus> possible() {
    return EnumSet.copyOf(
        Arrays.stream(ClaimStatus.values()).filter(each -> each != ClaimStatus.CLAIMED).toList());
  }
}
