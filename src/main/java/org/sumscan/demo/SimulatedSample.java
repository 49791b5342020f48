package org.sumscan.demo;

import java.util.EnumSet;
import java.util.Set;
import org.sumscan.incentive.SampleStanding;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.Wei;

/** A sample on the chain as the plan knows it. */
final class SimulatedSample {

  private final Person author;
  private final long[] features;
  private final int label;
  private final long addedTime;
  private final Wei deposit;
  private final Set<Person> claimants = EnumSet.noneOf(Person.class);
  private Wei claimable;
  private boolean reported;

  SimulatedSample(Person author, long[] features, int label, long addedTime, Wei deposit) {
    this.author = author;
    this.features = features;
    this.label = label;
    this.addedTime = addedTime;
    this.deposit = deposit;
    this.claimable = deposit;
  }

  Person author() {
    return author;
  }

  long[] features() {
    return features;
  }

  int label() {
    return label;
  }

  /** In seconds since 1970. */
  long addedTime() {
    return addedTime;
  }

  boolean claimedBy(Person person) {
    return claimants.contains(person);
  }

  /** Whether a claim is left that someone could make some day. */
  boolean isOpen() {
    return deposit.isZero() ? !reported || !claimants.contains(author) : !claimable.isZero();
  }

  /** What the rules of claims ask of it. */
  SampleStanding standing(Address authorAddress) {
    return new SampleStanding(
        authorAddress, addedTime, deposit, claimable, claimants.size(), reported);
  }

  void refunded() {
    claimants.add(author);
    claimable = Wei.ZERO;
  }

  void reportedBy(Person reporter, Wei amount) {
    claimants.add(reporter);
    reported = true;
    claimable = claimable.minus(amount);
  }
}
