package org.sumscan.ledger;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.sumscan.kernel.Wei;

/**
 * What can still be claimed of a sample; times are in seconds since 1970.
 *
 * @param claimable what is left of the deposit; nothing under points
 * @param refundFrom from when its author can claim, if the model agrees
 * @param reportFrom from when others can report it, if the model disagrees
 * @param anyoneFrom from when anyone can take what is left; {@link #NEVER} under points
 * @param answer what the model says of it; null while it was not asked
 */
public record OpenState(
    Wei claimable,
    long refundFrom,
    long reportFrom,
    long anyoneFrom,
    int refunds,
    int reports,
    @Nullable ModelSays answer) {

  /** A time that does not come. */
  public static final long NEVER = Terms.NEVER;

  /**
   * What a model says of a sample.
   *
   * @param agrees whether with its label; null where it refuses the sample
   * @param block the block whose state said so
   */
  public record ModelSays(@Nullable Boolean agrees, long block) {}

  /** Whether a deposit is at stake. */
  public boolean hasMoney() {
    return anyoneFrom != NEVER;
  }

  /**
   * All that it is at a time: exactly one of waiting, open and partly claimed, and what else holds.
   *
   * @param now a block's time, in seconds since 1970
   */
  public Set<ClaimStatus> at(long now) {
    Boolean agrees = answer == null ? null : answer.agrees();
    Set<ClaimStatus> standing = EnumSet.noneOf(ClaimStatus.class);
    if (refunds + reports > 0) standing.add(ClaimStatus.PARTLY_CLAIMED);
    else standing.add(now < reportFrom ? ClaimStatus.WAITING : ClaimStatus.OPEN);
    if (Boolean.TRUE.equals(agrees) && now >= refundFrom && refunds == 0) {
      standing.add(ClaimStatus.REFUNDABLE);
    }
    if (Boolean.FALSE.equals(agrees) && now >= reportFrom && (hasMoney() || reports == 0)) {
      standing.add(ClaimStatus.REPORTABLE);
    }
    if (now >= anyoneFrom) standing.add(ClaimStatus.ANYONE_CAN_TAKE);
    return standing;
  }

  /** The condition, in terms of {@code o}, that {@link #at} tests; the time is a parameter. */
  public static String condition(ClaimStatus standing, String now) {
    return switch (standing) {
      case WAITING -> "o.refunds + o.reports = 0 and o.report_from > " + now;
      case OPEN -> "o.refunds + o.reports = 0 and o.report_from <= " + now;
      case PARTLY_CLAIMED -> "o.refunds + o.reports > 0";
      case REFUNDABLE -> "o.agrees and o.refunds = 0 and o.refund_from <= " + now;
      case REPORTABLE ->
          "not o.agrees and (o.reports = 0 or o.anyone_from < "
              + NEVER
              + ") and o.report_from <= "
              + now;
      case ANYONE_CAN_TAKE -> "o.anyone_from <= " + now;
      case CLAIMED -> "false";
    };
  }

  /** Those that an open sample can have. */
  public static Set<ClaimStatus> possible() {
    return EnumSet.copyOf(
        Arrays.stream(ClaimStatus.values()).filter(each -> each != ClaimStatus.CLAIMED).toList());
  }
}
