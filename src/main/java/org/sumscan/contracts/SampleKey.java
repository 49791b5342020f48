package org.sumscan.contracts;

import java.nio.ByteBuffer;
import org.sumscan.contracts.abi.AbiEncoder;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.UInt256;
import org.sumscan.kernel.UInt64;
import org.web3j.crypto.Hash;

/** The name of a sample in its model's data handler. */
public final class SampleKey {

  private SampleKey() {}

  /**
   * The hash that the data handler keeps a sample under: Keccak-256 of {@code
   * abi.encodePacked(features, label, addedTime, sender)}, in which every feature takes 32 bytes.
   */
  public static Hash32 of(long[] features, UInt64 label, UInt256 addedTime, Address sender) {
    ByteBuffer packed = ByteBuffer.allocate(features.length * 32 + 8 + 32 + Address.BYTES);
    for (long feature : features) AbiEncoder.putSigned(packed, feature);
    packed.putLong(label.bits());
    AbiEncoder.putUnsigned(packed, addedTime.value());
    packed.put(sender.bytes());
    return Hash32.of(Hash.sha3(packed.array()));
  }
}
