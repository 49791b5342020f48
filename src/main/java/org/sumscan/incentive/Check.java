package org.sumscan.incentive;

/** What a contract asks before it pays a claim. */
public enum Check {
  MODEL_ANSWERS("the model can answer for the sample"),
  IS_AUTHOR("only the author can refund a sample"),
  NOT_OWN_SAMPLE("nobody can report his own sample"),
  NO_CLAIM_YET("nobody has claimed from the sample"),
  NOT_CLAIMED_BEFORE("the claimant has not claimed from the sample"),
  NOT_REPORTED_YET("nobody has reported the sample"),
  SOMETHING_CLAIMABLE("something is left of the deposit"),
  IS_OWNER("the claimant is the model's owner"),
  WAIT_IS_OVER("enough time has passed since the sample was added"),
  MODEL_AGREES("the model agrees with the label"),
  MODEL_DISAGREES("the model disagrees with the label"),
  HAS_VALID_SAMPLES("the reporter has had a sample refunded");

  private final String sentence;

  Check(String sentence) {
    this.sentence = sentence;
  }

  /** What must hold, in plain words, without a full stop. */
  public String sentence() {
    return sentence;
  }
}
