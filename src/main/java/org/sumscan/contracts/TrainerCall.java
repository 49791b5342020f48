package org.sumscan.contracts;

import java.util.Optional;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.UInt256;
import org.sumscan.kernel.UInt64;

/** A call that a wallet makes to a trainer, as the input of a transaction. */
public sealed interface TrainerCall {

  /** The input of the transaction. */
  byte[] encode();

  /**
   * Reads the input of a transaction, strictly: every offset, length and padding bit must be what a
   * compiler would write, and nothing may follow.
   *
   * @return empty for any other call and for one that is malformed
   */
  static Optional<TrainerCall> decode(byte[] input) {
    return TrainerCalls.decode(input);
  }

  /** Adds a sample. */
  @SuppressWarnings("ArrayRecordComponent")
  record AddData(long[] features, UInt64 label) implements TrainerCall {
    @Override
    public byte[] encode() {
      return TrainerCalls.encode(this);
    }
  }

  /** Claims the deposit of the caller's own sample. */
  @SuppressWarnings("ArrayRecordComponent")
  record Refund(long[] features, UInt64 label, UInt256 addedTime) implements TrainerCall {
    @Override
    public byte[] encode() {
      return TrainerCalls.encode(this);
    }
  }

  /** Claims a reward for finding someone's sample bad. */
  @SuppressWarnings("ArrayRecordComponent")
  record Report(long[] features, UInt64 label, UInt256 addedTime, Address author)
      implements TrainerCall {
    @Override
    public byte[] encode() {
      return TrainerCalls.encode(this);
    }
  }
}
