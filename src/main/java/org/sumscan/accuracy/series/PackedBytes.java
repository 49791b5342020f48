package org.sumscan.accuracy.series;

import java.util.Arrays;

/** Numbers of 64 bits as one to ten bytes each, the smaller the shorter (LEB128). */
final class PackedBytes {

  private byte[] bytes;
  private int at;

  PackedBytes() {
    this(new byte[1024]);
  }

  PackedBytes(byte[] bytes) {
    this.bytes = bytes;
  }

  PackedBytes put(long unsigned) {
    reserve(10);
    long rest = unsigned;
    while ((rest & ~0x7fL) != 0) {
      bytes[at++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    bytes[at++] = (byte) rest;
    return this;
  }

  PackedBytes putSigned(long signed) {
    return put(signed << 1 ^ signed >> 63);
  }

  PackedBytes put(byte[] more) {
    reserve(more.length);
    System.arraycopy(more, 0, bytes, at, more.length);
    at += more.length;
    return this;
  }

  long take() {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte next = bytes[at++];
      value |= (next & 0x7fL) << shift;
      if (next >= 0) return value;
    }
  }

  long takeSigned() {
    long value = take();
    return value >>> 1 ^ -(value & 1);
  }

  byte[] take(int length) {
    at += length;
    return Arrays.copyOfRange(bytes, at - length, at);
  }

  byte[] toArray() {
    return Arrays.copyOf(bytes, at);
  }

  private void reserve(int more) {
    if (at + more > bytes.length) bytes = Arrays.copyOf(bytes, 2 * (at + more));
  }
}
