package org.sumscan.contracts.abi;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.function.IntFunction;

/** Elements, each one word: a number, or the offset of an inner array. */
public record AbiArray(AbiWords elements, int length) {

  /** Unsigned numbers of at most so many bits, of 64 as Java can hold them. */
  public long[] unsigned64(int bits) {
    long[] values = new long[length];
    Arrays.setAll(values, i -> elements.unsigned(i, bits).longValue());
    return values;
  }

  /** Signed numbers of at most 64 bits. */
  public long[] signed64() {
    long[] values = new long[length];
    Arrays.setAll(values, i -> elements.signed(i, 64).longValue());
    return values;
  }

  /** Unsigned numbers of at most so many bits. */
  public BigInteger[] unsigned(int bits) {
    return of(BigInteger[]::new, i -> elements.unsigned(i, bits));
  }

  /** Signed numbers of at most so many bits. */
  public BigInteger[] signed(int bits) {
    return of(BigInteger[]::new, i -> elements.signed(i, bits));
  }

  /** Arrays of unsigned numbers of at most so many bits. */
  public long[][] pairs(int bits) {
    return of(long[][]::new, i -> elements.array(i).unsigned64(bits));
  }

  /** What is read of each element, by its place. */
  public <T> T[] of(IntFunction<T[]> values, IntFunction<T> element) {
    T[] all = values.apply(length);
    Arrays.setAll(all, element);
    return all;
  }
}
