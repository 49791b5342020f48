package org.sumscan.incentive;

import java.util.Arrays;
import org.sumscan.incentive.known.Mechanisms;

/** The mechanisms that have contracts, for tests that go through all of them. */
public enum KnownMechanism {
  STAKEABLE_1(Mechanisms.STAKEABLE_1),
  STAKEABLE_2(Mechanisms.STAKEABLE_2),
  POINTS_1(Mechanisms.POINTS_1),
  POINTS_2(Mechanisms.POINTS_2);

  private final Mechanism mechanism;

  KnownMechanism(Mechanism mechanism) {
    this.mechanism = mechanism;
  }

  /** The constant of a mechanism. */
  public static KnownMechanism of(Mechanism mechanism) {
    return Arrays.stream(values())
        .filter(known -> known.mechanism == mechanism)
        .findFirst()
        .orElseThrow();
  }

  /** Its rules. */
  public Mechanism rules() {
    return mechanism;
  }

  /** Whether money is at stake. */
  public boolean hasDeposits() {
    return mechanism.stake() == Stake.DEPOSIT;
  }

  /** 1 for the originals' rules, 2 for ours. */
  public int version() {
    return mechanism.isOriginal() ? 1 : 2;
  }
}
