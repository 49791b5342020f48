package org.sumscan.demo.accounts;

import java.util.List;
import java.util.stream.Stream;

/** Those who act in the demo's world, in the order of the chain's development accounts. */
public enum Person {
  /** Publishes models and takes what is left after the owner's wait. */
  PUBLISHER(0, 0, 4 * 24, 20),
  /** Publishes other models. */
  SECOND_PUBLISHER(0, 0, 6 * 24, 20),
  /** Adds right samples and comes every day to claim. */
  DILIGENT(24, 0, 26, 40),
  /** Adds right samples and comes now and then. */
  STEADY(22, 0.01, 60, 30),
  /** Adds right samples and reports wrong ones. */
  EXPERT(16, 0, 34, 40),
  /** Is wrong about every sixth sample. */
  CARELESS(20, 0.16, 70, 30),
  /** Labels everything wrongly, in bouts. */
  MALICIOUS(30, 1, 50, 20),
  /** Adds little and takes what others leave. */
  COLLECTOR(2, 0.05, 5 * 24, 25),
  /** Joins in the last week. */
  NEWCOMER(22, 0.03, 30, 15),
  /**
   * Whoever tries the demo with its wallet; this account has a past, which others leave alone, and
   * does nothing by itself any more.
   */
  VISITOR(0, 0, 4 * 24, 15);

  private static final List<Person> OTHERS =
      Stream.of(values()).filter(person -> person != VISITOR).toList();

  private final int weight;
  private final double errorRate;
  private final int hoursBetweenVisits;
  private final int claimsAVisit;

  Person(int weight, double errorRate, int hoursBetweenVisits, int claimsAVisit) {
    this.weight = weight;
    this.errorRate = errorRate;
    this.hoursBetweenVisits = hoursBetweenVisits;
    this.claimsAVisit = claimsAVisit;
  }

  /** All who go on by themselves. */
  public static List<Person> others() {
    return OTHERS;
  }

  /** The sum of all weights. */
  public static int totalWeight() {
    int sum = 0;
    for (Person person : values()) sum += person.weight;
    return sum;
  }

  /** How much of what is added, by proportion, is this person's. */
  public int weight() {
    return weight;
  }

  /** The share of the samples that get a wrong label, within 0 and 1. */
  public double errorRate() {
    return errorRate;
  }

  /** How many hours pass between two visits to claim, on average. */
  public int hoursBetweenVisits() {
    return hoursBetweenVisits;
  }

  /** The most claims made at one visit. */
  public int claimsAVisit() {
    return claimsAVisit;
  }
}
