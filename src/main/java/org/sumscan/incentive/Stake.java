package org.sumscan.incentive;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the author of a sample puts at stake. */
public enum Stake {
  /** A deposit in wei, from which claims are paid. */
  DEPOSIT,
  /** No money: claims only change counts. */
  POINTS;

  /** The word in addresses and answers, such as "deposit". */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The stake of that wire name, or nothing for a name that is not known. */
  public static Optional<Stake> named(String wireName) {
    return Arrays.stream(values()).filter(stake -> stake.wireName().equals(wireName)).findFirst();
  }
}
