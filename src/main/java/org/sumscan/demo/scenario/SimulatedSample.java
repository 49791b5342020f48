package org.sumscan.demo.scenario;

import java.util.HashSet;
import java.util.Set;
import org.sumscan.contracts.SampleKey;
import org.sumscan.incentive.claim.RecordedSample;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.UInt256;
import org.sumscan.kernel.UInt64;
import org.sumscan.kernel.Wei;

/** A sample on the chain as the demo knows it. */
public final class SimulatedSample {

  private final Address author;
  private final long[] features;
  private final UInt64 label;
  private final long addedTime;
  private final Wei deposit;
  private final Hash32 key;
  private final Set<Address> claimants = new HashSet<>();
  private Wei claimable;
  private boolean reported;

  public SimulatedSample(
      Address author, long[] features, UInt64 label, long addedTime, Wei deposit) {
    this.author = author;
    this.features = features;
    this.label = label;
    this.addedTime = addedTime;
    this.deposit = deposit;
    this.claimable = deposit;
    this.key = SampleKey.of(features, label, UInt256.of(addedTime), author);
  }

  public Address author() {
    return author;
  }

  public long[] features() {
    return features;
  }

  public UInt64 label() {
    return label;
  }

  /** In seconds since 1970. */
  public long addedTime() {
    return addedTime;
  }

  /** Its name in the data handler. */
  public Hash32 key() {
    return key;
  }

  boolean claimedBy(Address account) {
    return claimants.contains(account);
  }

  /** Whether a claim is left that someone could make some day. */
  boolean isOpen() {
    return deposit.isZero() ? !reported || !claimants.contains(author) : !claimable.isZero();
  }

  /** What the rules of claims ask of it. */
  public RecordedSample recorded() {
    return new RecordedSample(author, addedTime, deposit, claimable, claimants.size(), reported);
  }

  public void refunded() {
    claimants.add(author);
    claimable = Wei.ZERO;
  }

  public void reportedBy(Address reporter, Wei amount) {
    claimants.add(reporter);
    reported = true;
    claimable = claimable.minus(amount);
  }
}
