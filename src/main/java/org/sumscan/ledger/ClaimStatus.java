package org.sumscan.ledger;

import org.sumscan.kernel.Tone;

/** Claim status; time-dependent ones are derived at query time, not stored. */
public enum ClaimStatus {
  /** Nothing was claimed, and it is too early for any claim. */
  WAITING("Waiting", Tone.PLAIN),
  /** Nothing was claimed, and it no longer is too early. */
  OPEN("Open", Tone.INFO),
  /** Something was claimed, and something still can be. */
  PARTLY_CLAIMED("Partly claimed", Tone.WARN),
  /** Nothing is left to claim. */
  CLAIMED("Claimed", Tone.GOOD),
  /** Its author can claim: it is time, and the model agrees with the label. */
  REFUNDABLE("Refundable", Tone.GOOD),
  /** Others can report it for a share: it is time, and the model disagrees with the label. */
  REPORTABLE("Reportable", Tone.WARN),
  /** Whoever comes first can take what is left. */
  ANYONE_CAN_TAKE("Anyone can take", Tone.BAD);

  private final String title;
  private final Tone tone;

  ClaimStatus(String title, Tone tone) {
    this.title = title;
    this.tone = tone;
  }

  /** What people call it. */
  public String title() {
    return title;
  }

  /** How it is marked. */
  public Tone tone() {
    return tone;
  }
}
