package org.sumscan.claims;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.sumscan.claims.Draft.Reason;
import org.sumscan.contracts.RevertReason;
import org.sumscan.kernel.Wei;

/** Says in words why something should not be signed, and what to do about it. */
final class Objections {

  private Objections() {}

  /** To a claim that its first failing condition forbids. */
  static Reason to(JudgedMode judged) {
    JudgedCondition obstacle = judged.obstacle();
    String id = obstacle == null ? "not-allowed" : obstacle.id();
    String sentence =
        obstacle == null
            ? "This claim is not allowed now."
            : "This is not so now: " + obstacle.words() + ".";
    return new Reason(id, sentence, remedy(id, judged.from()));
  }

  private static String remedy(String id, @Nullable Long from) {
    if (from != null) return "Wait until " + Instant.ofEpochSecond(from) + ".";
    return switch (id) {
      case "is-author" -> "Use the account that added the sample.";
      case "not-own-sample" -> "Ask for a refund of a sample of your own.";
      case "is-owner" -> "Use the account of the model's owner.";
      case "model-agrees" -> "Wait until the model has learnt to agree with the label.";
      case "model-disagrees" -> "Only a sample that the model disagrees with can be reported.";
      case "has-valid-samples" -> "Have a sample of your own refunded first.";
      case "shares-are-paid" -> "Claim all that is left instead: it pays more.";
      case "model-answers" -> "Wait until the model can answer again.";
      default -> "Look for another sample.";
    };
  }

  /** To a sample that we do not have. */
  static Reason notIndexed() {
    return new Reason(
        "not-indexed",
        "No sample of a listed model is indexed there.",
        "Check its transaction and log index.");
  }

  /** To a claim that our verdict allows and the node refuses. */
  static Reason to(RevertReason refusal) {
    return new Reason(
        "simulation-reverted",
        "Tried out on our node, the claim fails: " + refusal.reason(),
        refusal.remedy());
  }

  /** To a claim that pays another amount on the node than by our verdict. */
  static Reason difference(Wei expected, @Nullable Wei paid) {
    String instead = paid == null ? "nothing that it says" : paid.toEth() + " ETH";
    return new Reason(
        "simulation-differs",
        "By the index the claim pays %s ETH, tried out on our node it pays %s."
            .formatted(expected.toEth(), instead),
        "Wait a moment until the index has caught up, then try again.");
  }
}
