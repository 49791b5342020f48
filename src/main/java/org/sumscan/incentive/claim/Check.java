package org.sumscan.incentive.claim;

/** What a contract asks before it pays a claim, and what to tell whoever makes it. */
public enum Check {
  MODEL_ANSWERS(
      "The model can judge the sample",
      "The model cannot judge the sample now",
      "Try again once it has learnt more."),
  SHARES_ARE_PAID(
      "Reports pay a share",
      "All that is left can be taken, so there are no shares",
      "Take what is left instead: it pays more."),
  IS_AUTHOR(
      "This account added the sample",
      "Another account added the sample",
      "Only the account that added a sample can be refunded."),
  NOT_OWN_SAMPLE(
      "Another account added the sample",
      "This account added the sample itself",
      "An account cannot report its own samples; it can ask for a refund."),
  NO_CLAIM_YET(
      "Nobody has claimed from the sample yet",
      "Someone has claimed from the sample already",
      "It can be claimed only once: look for another sample."),
  NOT_CLAIMED_BEFORE(
      "This account has not claimed from the sample yet",
      "This account has claimed from the sample already",
      "An account can claim once from a sample: look for another one."),
  NOT_REPORTED_YET(
      "Nobody has reported the sample yet",
      "Someone has reported the sample already",
      "Only the first report counts: look for another sample."),
  SOMETHING_CLAIMABLE(
      "Part of the deposit is left",
      "Nothing of the deposit is left",
      "All of it has been claimed: look for another sample."),
  IS_OWNER(
      "This account owns the model",
      "This account does not own the model",
      "Only the model's owner can claim this way."),
  WAIT_IS_OVER(
      "The waiting time is over", "The waiting time is not over yet", "Come back when it is over."),
  MODEL_AGREES(
      "The model agrees with the label",
      "The model disagrees with the label",
      "A refund needs its agreement. It may learn to agree: come back later."),
  MODEL_DISAGREES(
      "The model disagrees with the label",
      "The model agrees with the label",
      "Only a sample that the model disagrees with can be reported."),
  HAS_VALID_SAMPLES(
      "This account has had a sample of this model refunded",
      "This account has had no sample of this model refunded yet",
      "Have one of your own samples refunded first.");

  private final String passed;
  private final String failed;
  private final String remedy;

  Check(String passed, String failed, String remedy) {
    this.passed = passed;
    this.failed = failed;
    this.remedy = remedy;
  }

  /** What is so, in plain words, without a full stop. */
  public String words(boolean holds) {
    return holds ? passed : failed;
  }

  /** What follows where it does not hold: a sentence or two. */
  public String remedy() {
    return remedy;
  }
}
