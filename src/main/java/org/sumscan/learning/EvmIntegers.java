package org.sumscan.learning;

import java.math.BigInteger;

/** The widths of the machine that the contracts run on. */
final class EvmIntegers {

  /** What 1 is scaled to: {@code toFloat()} of every classifier. */
  static final long F = 1_000_000_000L;

  static final BigInteger BIG_F = BigInteger.valueOf(F);

  private static final BigInteger UINT64_SIZE = BigInteger.ONE.shiftLeft(64);

  private EvmIntegers() {}

  /** A {@code uint64} held in the bits of a long. */
  static BigInteger unsigned(long bits) {
    BigInteger value = BigInteger.valueOf(bits);
    return bits < 0 ? value.add(UINT64_SIZE) : value;
  }

  /** What is left of a number in an {@code int} of that many bits. */
  static BigInteger wrapSigned(BigInteger value, int bits) {
    if (value.bitLength() < bits) return value;
    BigInteger low = wrapUnsigned(value, bits);
    return low.testBit(bits - 1) ? low.subtract(BigInteger.ONE.shiftLeft(bits)) : low;
  }

  /** What is left of a number in a {@code uint} of that many bits. */
  static BigInteger wrapUnsigned(BigInteger value, int bits) {
    return value.and(BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE));
  }

  static boolean fitsUnsigned(BigInteger value, int bits) {
    return value.signum() >= 0 && value.bitLength() <= bits;
  }

  /**
   * @throws IllegalArgumentException if the number does not fit an {@code int} of that many bits
   */
  static BigInteger requireSigned(BigInteger value, int bits, String what) {
    if (value.bitLength() >= bits) {
      throw new IllegalArgumentException(what + " does not fit an int" + bits);
    }
    return value;
  }

  /**
   * @throws IllegalArgumentException if the number does not fit a {@code uint} of that many bits
   */
  static BigInteger requireUnsigned(BigInteger value, int bits, String what) {
    if (!fitsUnsigned(value, bits)) {
      throw new IllegalArgumentException(what + " does not fit a uint" + bits);
    }
    return value;
  }

  /**
   * @throws IllegalArgumentException if the number does not fit a {@code uint32}
   */
  static long requireUint32(long value, String what) {
    if (value >>> 32 != 0) throw new IllegalArgumentException(what + " does not fit a uint32");
    return value;
  }
}
