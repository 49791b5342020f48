package org.sumscan.claims;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.sumscan.claims.Draft.Reason;
import org.sumscan.contracts.RevertReason;
import org.sumscan.kernel.Wei;

/** Says in words why something should not be signed, and what to do about it. */
final class ClaimRefusals {

  private ClaimRefusals() {}

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm:ss 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  /** To a claim that its first failing condition forbids. */
  static Reason to(JudgedMode judged) {
    JudgedCondition obstacle = judged.obstacle();
    if (obstacle == null) {
      return new Reason(
          "not-allowed", "This claim is not possible now.", "Look for another sample.");
    }
    return new Reason(obstacle.id(), obstacle.words() + ".", remedy(obstacle, judged.from()));
  }

  private static String remedy(JudgedCondition obstacle, @Nullable Long from) {
    if (from != null) return "Wait until " + MOMENT.format(Instant.ofEpochSecond(from)) + ".";
    return obstacle.remedy() == null ? "Look for another sample." : obstacle.remedy();
  }

  /** To a sample that we do not have. */
  static Reason notIndexed() {
    return new Reason(
        "not-indexed",
        "Sumscan knows no sample of a listed model there.",
        "Check the transaction and the log index; a new one may not be indexed yet.");
  }

  /** To a claim that our verdict allows and the node refuses. */
  static Reason to(RevertReason refusal) {
    return new Reason(
        "simulation-reverted", "A trial on our node failed: " + refusal.reason(), refusal.remedy());
  }

  /** To a claim that pays another amount on the node than by our verdict. */
  static Reason difference(Wei expected, @Nullable Wei paid) {
    String instead =
        paid == null ? "did not say what it pays" : "paid %s ETH".formatted(paid.toEth());
    return new Reason(
        "simulation-differs",
        "Our index says that this claim pays %s ETH, but a trial on our node %s."
            .formatted(expected.toEth(), instead),
        "Something is changing right now: try again in a moment.");
  }
}
