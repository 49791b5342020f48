package org.sumscan.claims;

import java.util.Arrays;
import java.util.Optional;
import org.sumscan.incentive.Way;

/** The ways to claim from a sample. */
public enum ClaimMode {
  /** Its author takes back what is left. */
  REFUND("refund", "Refund"),
  /** Someone else takes a share of it, since the model disagrees. */
  REPORT_SHARE("report-share", "Report for a share"),
  /** The model's owner takes what is left. */
  REPORT_OWNER("report-owner", "Report as the model's owner"),
  /** Anyone takes what is left. */
  REPORT_ANYONE("report-anyone", "Take what is left");

  private final String wireName;
  private final String title;

  ClaimMode(String wireName, String title) {
    this.wireName = wireName;
    this.title = title;
  }

  /** The word in answers, such as "report-share". */
  public String wireName() {
    return wireName;
  }

  /** What people call it. */
  public String title() {
    return title;
  }

  /** The mode of that name. */
  public static Optional<ClaimMode> named(String wireName) {
    return Arrays.stream(values()).filter(mode -> mode.wireName.equals(wireName)).findFirst();
  }

  static ClaimMode of(Way way) {
    return switch (way) {
      case REFUND -> REFUND;
      case SHARE -> REPORT_SHARE;
      case OWNER -> REPORT_OWNER;
      case ANYONE -> REPORT_ANYONE;
    };
  }
}
