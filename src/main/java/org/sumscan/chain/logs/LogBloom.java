package org.sumscan.chain.logs;

import java.util.Arrays;
import java.util.List;
import org.sumscan.chain.endpoint.LogFields;
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

  /** That of all the logs of a block. */
  static LogBloom of(List<LogFields> logs) {
    byte[] bits = new byte[BYTES];
    for (LogFields log : logs) {
      set(bits, log.emitter().bytes());
      for (Hash32 topic : log.topics()) set(bits, topic.bytes());
    }
    return new LogBloom(bits);
  }

  private static void set(byte[] bits, byte[] value) {
    for (int place : bits(value)) bits[BYTES - 1 - place / 8] |= (byte) (1 << place % 8);
  }

  /** Whether both have the same bits. */
  boolean isSame(LogBloom other) {
    return Arrays.equals(bits, other.bits);
  }

  /** Whether it says that there is no log at all. */
  boolean isEmpty() {
    for (byte some : bits) if (some != 0) return false;
    return true;
  }

  /**
   * How likely a filter as full as this one says that an indexed topic may be there though none is:
   * each topic has three of its bits, which others may have set.
   */
  double chanceOfFalseAlarm() {
    int set = 0;
    for (byte some : bits) set += Integer.bitCount(some & 0xff);
    double share = set / (8.0 * BYTES);
    return Math.min(1, INDEXED.size() * share * share * share);
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
