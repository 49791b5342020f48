package org.sumscan.claims;

import java.util.Arrays;
import java.util.Optional;
import org.sumscan.incentive.Way;

/** The ways to claim from a sample. */
public enum ClaimMode {
  /** Its author takes back what is left. */
  REFUND("refund"),
  /** Someone else takes a share of it, since the model disagrees. */
  REPORT_SHARE("report-share"),
  /** The model's owner takes what is left. */
  REPORT_OWNER("report-owner"),
  /** Anyone takes what is left. */
  REPORT_ANYONE("report-anyone");

  private final String wireName;

  ClaimMode(String wireName) {
    this.wireName = wireName;
  }

  /** The word in answers, such as "report-share". */
  public String wireName() {
    return wireName;
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
