package org.sumscan.kernel;

import java.nio.ByteBuffer;

/** The 32 bytes of a hash: of a block, a transaction, a sample's key or a model's state. */
public record Hash32(long first, long second, long third, long fourth)
    implements Comparable<Hash32> {

  /** The number of bytes of a hash. */
  public static final int BYTES = 32;

  /**
   * Reads a hash.
   *
   * @throws IllegalArgumentException if the text is not {@code 0x} and 64 hexadecimal digits
   */
  public static Hash32 of(String text) {
    return of(Hex.bytes(text, BYTES));
  }

  /**
   * Takes 32 bytes.
   *
   * @throws IllegalArgumentException if there are more or fewer
   */
  public static Hash32 of(byte[] bytes) {
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("a hash has 32 bytes, not " + bytes.length);
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new Hash32(buffer.getLong(), buffer.getLong(), buffer.getLong(), buffer.getLong());
  }

  /** The 32 bytes, a fresh array each time. */
  public byte[] bytes() {
    return ByteBuffer.allocate(BYTES)
        .putLong(first)
        .putLong(second)
        .putLong(third)
        .putLong(fourth)
        .array();
  }

  /** The hash in lower case, {@code 0x} in front. */
  @Override
  public String toString() {
    return Hex.text(bytes());
  }

  @Override
  public int compareTo(Hash32 other) {
    int order = Long.compareUnsigned(first, other.first);
    if (order == 0) order = Long.compareUnsigned(second, other.second);
    if (order == 0) order = Long.compareUnsigned(third, other.third);
    return order == 0 ? Long.compareUnsigned(fourth, other.fourth) : order;
  }
}
