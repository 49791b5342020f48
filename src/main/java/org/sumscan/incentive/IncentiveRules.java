package org.sumscan.incentive;

import java.util.Arrays;
import java.util.Optional;

/** The rules that a deployed mechanism follows; version 1 are the originals', version 2 ours. */
public enum IncentiveRules {
  STAKEABLE_1("stakeable/1", true, 1),
  STAKEABLE_2("stakeable/2", true, 2),
  POINTS_1("points/1", false, 1),
  POINTS_2("points/2", false, 2);

  private final String wireName;
  private final boolean money;
  private final int version;

  IncentiveRules(String wireName, boolean money, int version) {
    this.wireName = wireName;
    this.money = money;
    this.version = version;
  }

  /** What {@code incentiveRules()} of a contract answers, such as "points/2". */
  public String wireName() {
    return wireName;
  }

  /** Whether a sample is added with a deposit in money, and claims pay from it. */
  public boolean hasDeposits() {
    return money;
  }

  /** 1 for the originals' rules, 2 for ours. */
  public int version() {
    return version;
  }

  /** The rules with that wire name, or nothing for a name that is not known. */
  public static Optional<IncentiveRules> named(String wireName) {
    return Arrays.stream(values()).filter(rules -> rules.wireName.equals(wireName)).findFirst();
  }
}
