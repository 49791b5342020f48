package org.sumscan.claims;

import org.jspecify.annotations.Nullable;
import org.sumscan.claims.Draft.Reason;
import org.sumscan.contracts.RevertReason;
import org.sumscan.kernel.UInt64;
import org.sumscan.kernel.Wei;

/** Says in words why a sample should not be added, and what to do about it. */
final class SampleObjections {

  private static final String AGAIN = "Try again in a moment.";

  private SampleObjections() {}

  static Reason noSuchClass(UInt64 label, int classes) {
    return new Reason(
        "no-such-class",
        "The model has %d classes, and none is number %s.".formatted(classes, label),
        "Choose one of its classes; the first is number 0.");
  }

  static Reason notIndexedYet() {
    return new Reason("stale", "Nothing of this chain is indexed yet.", "Wait for the index.");
  }

  static Reason silentNode() {
    return new Reason(
        "node-unavailable",
        "The chain's node does not answer, so that nothing can be tried out.",
        AGAIN);
  }

  static Reason noAnswer() {
    return new Reason(
        "model-refuses",
        "The model cannot take these features.",
        "Check that they are encoded as the model's page says.");
  }

  static Reason twoAnswers(UInt64 onChain) {
    return new Reason(
        "answers-differ",
        "The contract answers class %s, and our replay of the model something else."
            .formatted(onChain),
        "Do not add anything until the model's page shows its figures again.");
  }

  static Reason tooPoor(Wei owned, Wei needed) {
    return new Reason(
        "insufficient-funds",
        "The account has %s ETH, and %s ETH are to be sent."
            .formatted(owned.toEth(), needed.toEth()),
        "Use an account with more, or wait: the deposit falls while nobody adds a sample.");
  }

  static Reason reverted(RevertReason refusal) {
    return new Reason(
        "simulation-reverted",
        "Tried out on our node, adding the sample fails: " + refusal.reason(),
        refusal.remedy());
  }

  static Reason otherPrice(Wei price, @Nullable Wei kept) {
    return new Reason(
        "simulation-differs",
        "The contract asks for %s ETH, tried out on our node it keeps %s."
            .formatted(
                price.toEth(), kept == null ? "nothing that it says" : kept.toEth() + " ETH"),
        AGAIN);
  }
}
