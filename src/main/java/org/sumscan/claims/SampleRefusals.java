package org.sumscan.claims;

import org.jspecify.annotations.Nullable;
import org.sumscan.claims.Draft.Reason;
import org.sumscan.contracts.RevertReason;
import org.sumscan.kernel.UInt64;
import org.sumscan.kernel.Wei;

/** Says in words why a sample should not be added, and what to do about it. */
final class SampleRefusals {

  private static final String AGAIN = "Try again in a moment.";

  private SampleRefusals() {}

  static Reason noSuchClass(UInt64 label, int classes) {
    return new Reason(
        "no-such-class",
        "The model has no class %2$s: its classes are numbered from 0 to %1$d."
            .formatted(classes - 1, label),
        "Choose one of its classes.");
  }

  static Reason notIndexedYet() {
    return new Reason(
        "stale", "Nothing of this chain is indexed yet.", "Wait until the index has caught up.");
  }

  static Reason silentNode() {
    return new Reason(
        "node-unavailable",
        "The chain's node does not answer, so nothing can be tried out.",
        AGAIN);
  }

  static Reason noAnswer() {
    return new Reason(
        "model-refuses",
        "The model cannot take these features.",
        "Check how many there must be, and how the model's page says to encode them.");
  }

  static Reason twoAnswers(UInt64 onChain) {
    return new Reason(
        "answers-differ",
        "The contract answers class %s, but our replay of the model answers something else."
            .formatted(onChain),
        "Wait until the model's page shows an accuracy again.");
  }

  static Reason tooPoor(Wei owned, Wei needed) {
    return new Reason(
        "insufficient-funds",
        "The account has %s ETH, but %s ETH must be sent.".formatted(owned.toEth(), needed.toEth()),
        "Use an account with more, or wait: the deposit falls while nobody adds a sample.");
  }

  static Reason reverted(RevertReason refusal) {
    return new Reason(
        "simulation-reverted", "A trial on our node failed: " + refusal.reason(), refusal.remedy());
  }

  static Reason otherPrice(Wei price, @Nullable Wei kept) {
    return new Reason(
        "simulation-differs",
        "The contract asks for %s ETH, but a trial on our node %s."
            .formatted(
                price.toEth(),
                kept == null ? "did not say what it keeps" : "kept %s ETH".formatted(kept.toEth())),
        AGAIN);
  }
}
