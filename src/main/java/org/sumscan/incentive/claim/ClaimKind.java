package org.sumscan.incentive.claim;

import java.util.Arrays;
import java.util.Optional;

/**
 * The kinds of claim on a sample, in the order in which they are listed. The contracts know two
 * functions, {@code refund} and {@code report}; the three reports differ in who may make them and
 * in what they pay.
 */
public enum ClaimKind {
  /** The author of a sample that the model agrees with takes back its deposit. */
  REFUND(
      "refund",
      "Refund",
      "The model agrees with the label: the author takes back what is left of the deposit, and the"
          + " sample counts as good."),
  /** Someone else takes a share of the deposit of a sample that the model disagrees with. */
  REPORT_SHARE(
      "report-share",
      "Report for a share",
      "The model disagrees with the label: someone else reports the sample and takes a share of"
          + " what is left."),
  /** The model's owner takes what is left, whatever the model answers. */
  REPORT_OWNER(
      "report-owner",
      "Report as the model's owner",
      "Nobody has claimed in time: the model's owner takes what is left."),
  /** Anyone takes what is left, whatever the model answers. */
  REPORT_ANYONE(
      "report-anyone",
      "Take what is left",
      "Nobody has claimed in time: whoever comes first takes what is left.");

  private final String wireName;
  private final String title;
  private final String sentence;

  ClaimKind(String wireName, String title, String sentence) {
    this.wireName = wireName;
    this.title = title;
    this.sentence = sentence;
  }

  /** The word in answers and addresses, such as "report-share". */
  public String wireName() {
    return wireName;
  }

  /** What a button or a heading says, such as "Report for a share". */
  public String title() {
    return title;
  }

  /** What it is, in one sentence with its full stop. */
  public String sentence() {
    return sentence;
  }

  /** Whether it is made by {@code refund}; every other kind is made by {@code report}. */
  public boolean isRefund() {
    return this == REFUND;
  }

  /** Whether it takes everything that is left, whatever the model answers. */
  public boolean takesAll() {
    return this == REPORT_OWNER || this == REPORT_ANYONE;
  }

  /** The kind with that wire name, or nothing for a name that is not known. */
  public static Optional<ClaimKind> named(String wireName) {
    return Arrays.stream(values()).filter(kind -> kind.wireName.equals(wireName)).findFirst();
  }
}
