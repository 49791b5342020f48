package org.sumscan.chain.logs;

import java.util.List;
import org.sumscan.contracts.Topics;
import org.sumscan.kernel.Hash32;
import org.web3j.crypto.Hash;

/** The filter in a block's header that knows what is surely not among its logs. */
final class LogBloom {

  static final int BYTES = 256;

  private static final List<int[]> INDEXED =
      Topics.INDEXED.stream().map(topic -> bits(topic.bytes())).toList();

  private final byte[] bits;

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException if it has not 256 bytes
   */
  LogBloom(byte[] bits) {
    if (bits.length != BYTES) throw new IllegalArgumentException("a bloom of another length");
    this.bits = bits;
  }

  /** Whether a log with an indexed topic may be there. */
  boolean mayHoldIndexed() {
    return INDEXED.stream().anyMatch(this::holds);
  }

  /** Whether a log with that topic may be there. */
  boolean mayHold(Hash32 topic) {
    return holds(bits(topic.bytes()));
  }

  private boolean holds(int[] places) {
    for (int place : places) {
      if ((bits[BYTES - 1 - place / 8] >> place % 8 & 1) == 0) return false;
    }
    return true;
  }

  /** Three places of 2048, by the first three pairs of bytes of the hash. */
  private static int[] bits(byte[] value) {
    byte[] hash = Hash.sha3(value);
    int[] places = new int[3];
    for (int i = 0; i < 3; i++) places[i] = (hash[2 * i] << 8 | hash[2 * i + 1] & 0xff) & 0x7ff;
    return places;
  }
}
