package org.sumscan.learning;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * Writes the canonical bytes of a state: numbers of fixed width, most significant byte first.
 *
 * <p>Every state opens with a byte each for the format, the kind and the version of the rules. Then
 * come, in lists with their length in front (u32), features ascending and only those that differ
 * from nothing:
 *
 * <ul>
 *   <li>dense perceptron: classes u32, intercept i80, rate u32, list of weights i80
 *   <li>sparse perceptron: classes u32, intercept i80, rate u32, list of (feature u64, weight i80)
 *   <li>naive Bayes: features in all u256, smoothing u32, list of classes, each samples u64, total
 *       u64, list of (feature u32, count u32)
 *   <li>nearest centroid: list of centroids, each a list of values i64; list of counts u256
 *   <li>sparse nearest centroid, version 1: list of classes, each samples u64, squared magnitude
 *       u256, list of (feature u32, value u64, samples then u64)
 *   <li>sparse nearest centroid, version 2: list of classes, each samples u64, list of (feature
 *       u32, sum u64)
 * </ul>
 */
final class StateWriter {

  /** The first byte of every state; another layout gets another number. */
  static final byte FORMAT = 1;

  private ByteBuffer bytes = ByteBuffer.allocate(1024);

  StateWriter(LearningRules rules) {
    room(3);
    bytes.put(FORMAT);
    bytes.put((byte) rules.kind().code());
    bytes.put((byte) rules.version());
  }

  void uint32(long value) {
    room(Integer.BYTES);
    bytes.putInt((int) value);
  }

  void int64(long value) {
    room(Long.BYTES);
    bytes.putLong(value);
  }

  void int80(BigInteger value) {
    room(10);
    bytes.putShort(value.shiftRight(Long.SIZE).shortValue());
    bytes.putLong(value.longValue());
  }

  void uint256(BigInteger value) {
    byte[] magnitude = value.toByteArray();
    int from = magnitude.length == 33 ? 1 : 0;
    byte[] word = new byte[32];
    System.arraycopy(
        magnitude, from, word, word.length - magnitude.length + from, magnitude.length - from);
    room(word.length);
    bytes.put(word);
  }

  byte[] toByteArray() {
    return Arrays.copyOf(bytes.array(), bytes.position());
  }

  private void room(int count) {
    if (bytes.remaining() < count) {
      bytes =
          ByteBuffer.wrap(Arrays.copyOf(bytes.array(), 2 * bytes.capacity()))
              .position(bytes.position());
    }
  }
}
