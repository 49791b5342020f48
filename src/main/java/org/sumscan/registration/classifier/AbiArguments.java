package org.sumscan.registration.classifier;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.function.IntFunction;

/**
 * The arguments of a constructor or a function, read as the ABI lays them out: a place in some
 * bytes from which offsets count. Whatever does not fit the bytes or its type is refused, and
 * nothing larger than the bytes is ever made.
 */
@SuppressWarnings("ArrayRecordComponent")
public record AbiArguments(byte[] data, int base) {

  private static final int WORD = 32;

  /** Bytes that are not what the ABI makes of such arguments. */
  static final class Malformed extends IllegalArgumentException {

    private static final long serialVersionUID = 1L;

    Malformed(String what) {
      super(what);
    }
  }

  /** An unsigned number in a word. */
  public BigInteger unsigned(int word, int bits) {
    int at = place(word);
    BigInteger value = new BigInteger(1, data, at, WORD);
    if (value.bitLength() > bits) throw new Malformed("a number has more than " + bits + " bits");
    return value;
  }

  /** A signed number in a word, in two's complement. */
  BigInteger signed(int word, int bits) {
    int at = place(word);
    BigInteger value = new BigInteger(data, at, WORD);
    if (value.bitLength() >= bits) throw new Malformed("a number has more than " + bits + " bits");
    return value;
  }

  /** An unsigned number of at most 64 bits, as Java can hold it. */
  public long unsigned64(int word, int bits) {
    return unsigned(word, bits).longValue();
  }

  private int place(int word) {
    long at = base + (long) word * WORD;
    if (at < 0 || at + WORD > data.length) throw new Malformed("the data ends too early");
    return (int) at;
  }

  /** The array that the offset in a word points to. */
  public Array array(int word) {
    BigInteger offset = unsigned(word, 256);
    if (offset.bitLength() > 31 || base + offset.longValue() > data.length) {
      throw new Malformed("an offset points beyond the data");
    }
    AbiArguments tail = new AbiArguments(data, base + offset.intValue());
    BigInteger length = tail.unsigned(0, 256);
    int left = (data.length - tail.base - WORD) / WORD;
    if (length.bitLength() > 31 || length.intValue() > left) {
      throw new Malformed("an array is longer than the data");
    }
    return new Array(new AbiArguments(data, tail.base + WORD), length.intValue());
  }

  /** How many texts the array of texts has that the offset in a word points to. */
  int textCount(int word) {
    return array(word).length();
  }

  /** Elements, each one word: a number, or the offset of an inner array. */
  record Array(AbiArguments elements, int length) {

    long[] unsigned64(int bits) {
      long[] values = new long[length];
      Arrays.setAll(values, i -> elements.unsigned64(i, bits));
      return values;
    }

    long[] signed64() {
      long[] values = new long[length];
      Arrays.setAll(values, i -> elements.signed(i, 64).longValue());
      return values;
    }

    BigInteger[] unsigned(int bits) {
      return of(BigInteger[]::new, i -> elements.unsigned(i, bits));
    }

    BigInteger[] signed(int bits) {
      return of(BigInteger[]::new, i -> elements.signed(i, bits));
    }

    long[][] pairs(int bits) {
      return of(long[][]::new, i -> elements.array(i).unsigned64(bits));
    }

    <T> T[] of(IntFunction<T[]> values, IntFunction<T> element) {
      T[] all = values.apply(length);
      Arrays.setAll(all, element);
      return all;
    }
  }
}
