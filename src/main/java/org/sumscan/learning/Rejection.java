package org.sumscan.learning;

/** Why a contract refuses a sample: its call reverts and changes nothing. */
public enum Rejection {
  LABEL_OUT_OF_RANGE("there is no class with this label"),
  WRONG_DIMENSION("the sample has not the model's number of dimensions"),
  INDEX_OUT_OF_RANGE("a feature's index is outside the range of the kind"),
  WRONG_NORM("the sample's norm is not 1"),
  WEIGHT_OVERFLOW("a weight would leave its range"),
  COUNT_OVERFLOW("a count would leave its range"),
  DATA_COUNT_LIMIT_REACHED("the class has as many samples as can be counted"),
  ARITHMETIC_FAILURE("a number would leave its range, or be divided by zero");

  private final String sentence;

  Rejection(String sentence) {
    this.sentence = sentence;
  }

  /** The reason in plain words, without a full stop. */
  public String sentence() {
    return sentence;
  }
}
