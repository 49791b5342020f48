package org.sumscan.incentive;

/** The rules of mechanisms as a model's page tells them. */
public enum MechanismRule {
  DEPOSIT_FALLS(
      "Whoever adds a sample pays a deposit. It is highest right after another sample and falls"
          + " with the square root of the seconds since."),
  REFUND_OF_DEPOSIT(
      "Once the model agrees with the label, the author can take the deposit back; a sample so"
          + " refunded counts as good."),
  REPORT_FOR_A_SHARE(
      "If the model disagrees, others can report the sample and take a share of the deposit:"
          + " their own good samples of all good ones."),
  FREE_SAMPLES("Adding a sample is free but for gas, and no money changes hands."),
  REFUND_COUNTS(
      "Once the model agrees with the label, the author can have the sample counted as good."),
  ONE_CLAIM_SETTLES("If it disagrees, others can report the sample; one claim settles it."),
  ONE_REPORT(
      "If it disagrees, others can report the sample, once; a refund and a report may both"
          + " happen.");

  private final String sentence;

  MechanismRule(String sentence) {
    this.sentence = sentence;
  }

  /** The rule in plain words. */
  public String sentence() {
    return sentence;
  }
}
