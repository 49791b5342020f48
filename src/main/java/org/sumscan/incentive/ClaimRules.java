package org.sumscan.incentive;

import java.util.List;
import org.sumscan.incentive.claim.Check;
import org.sumscan.incentive.claim.ClaimKind;
import org.sumscan.incentive.claim.Condition;
import org.sumscan.incentive.claim.Verdict;

/** Judges the two calls that the contracts know, {@code refund} and {@code report}. */
public final class ClaimRules {

  /** The order in which a contract looks for a reporter's right. */
  private static final List<ClaimKind> REPORTS =
      List.of(ClaimKind.REPORT_OWNER, ClaimKind.REPORT_ANYONE, ClaimKind.REPORT_SHARE);

  private ClaimRules() {}

  /**
   * Judges a call of {@code refund}.
   *
   * @param now the time of the block it is judged in, in seconds since 1970
   */
  public static Verdict refund(ClaimState state, long now) {
    return state.judge(ClaimKind.REFUND, now);
  }

  /**
   * Judges a call of {@code report} by the kind that pays, or when none does by the one that the
   * contract looks at: {@link ClaimKind#REPORT_SHARE} unless another has opened.
   *
   * @param now the time of the block it is judged in, in seconds since 1970
   */
  public static Verdict report(ClaimState state, long now) {
    List<Verdict> reports =
        REPORTS.stream()
            .filter(state.mechanism().mechanism().claimKinds()::contains)
            .map(kind -> state.judge(kind, now))
            .toList();
    return reports.stream()
        .filter(Verdict.Allowed.class::isInstance)
        .findFirst()
        .or(() -> reports.stream().filter(ClaimRules::hasOpened).findFirst())
        .orElseGet(reports::getLast);
  }

  /** Whether a claim on everything has opened, so that the contract looks at no other. */
  private static boolean hasOpened(Verdict report) {
    return report.kind().takesAll()
        && report.conditions().stream()
            .filter(each -> each.check() == Check.WAIT_IS_OVER || each.check() == Check.IS_OWNER)
            .allMatch(Condition::holds);
  }
}
