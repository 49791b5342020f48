package org.sumscan.contracts;

import org.sumscan.kernel.Address;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.UInt256;
import org.sumscan.kernel.UInt64;
import org.sumscan.kernel.Wei;

/**
 * What a log of a model's contracts says. Anyone can emit the same bytes, so who emitted them
 * decides whether it is true.
 */
public sealed interface ContractEvent {

  /**
   * A trainer took a sample.
   *
   * @param features the encoded sample, not copied
   * @param addedTime when, in seconds since 1970, as the contract says
   * @param cost the deposit that was kept
   */
  @SuppressWarnings("ArrayRecordComponent")
  record AddData(long[] features, UInt64 label, UInt256 addedTime, Address sender, Wei cost)
      implements ContractEvent {

    /** The name of the sample in its model's data handler. */
    public Hash32 key() {
      return SampleKey.of(features, label, addedTime, sender);
    }
  }

  /**
   * An incentive mechanism gave an author their deposit back.
   *
   * @param amount nothing under points
   */
  record Refunded(Address recipient, Wei amount) implements ContractEvent {}

  /**
   * An incentive mechanism rewarded someone who reported a sample.
   *
   * @param amount nothing under points
   */
  record Reported(Address recipient, Wei amount) implements ContractEvent {}

  /** A trainer says which sample was refunded. */
  record SampleRefunded(Hash32 key, Address author, Wei amount) implements ContractEvent {}

  /** A trainer says which sample was reported, and who did. */
  record SampleReported(Hash32 key, Address reporter, Wei amount) implements ContractEvent {}

  /** A classifier got another class while it was being deployed. */
  record ClassAdded(String name, UInt256 index) implements ContractEvent {}
}
