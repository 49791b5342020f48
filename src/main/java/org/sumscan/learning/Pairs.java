package org.sumscan.learning;

/** What the initialising functions ask of the pairs that they are given. */
final class Pairs {

  private Pairs() {}

  /**
   * Under our rules a pair has two entries; the originals read the first two of any row.
   *
   * @throws IllegalArgumentException if the contract would revert
   */
  static void check(LearningRules rules, int length) {
    if (rules.version() == 1 ? length < 2 : length != 2) {
      throw new IllegalArgumentException("a pair has two entries, not " + length);
    }
  }
}
