package org.sumscan.contracts.abi;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.UInt256;

/**
 * Reads ABI-encoded bytes as 32-byte words, and takes nothing for granted: not that offsets are
 * where a compiler puts them, not that lengths fit, not that padding is clean. What is larger than
 * the bytes is never made.
 */
public final class AbiWords {

  /** The bytes of a word. */
  public static final int WORD = 32;

  private final byte[] data;
  private final int start;
  private final ByteBuffer words;

  /** Reads from the first byte on. */
  public AbiWords(byte[] data) {
    this(data, 0);
  }

  /** Reads from {@code start} on; offsets count from there. */
  public AbiWords(byte[] data, int start) {
    this.data = data;
    this.start = start;
    this.words = ByteBuffer.wrap(data);
  }

  /** How many bytes there are. */
  public int size() {
    return data.length - start;
  }

  /** Fails unless there are at least that many whole words, and no broken one. */
  public void requireWords(int least) throws AbiFault {
    if (size() % WORD != 0) throw new AbiFault(size() + " bytes are no whole number of words");
    if (size() < least * WORD) {
      throw new AbiFault(size() + " bytes, where " + least * WORD + " are the fewest");
    }
  }

  /** Fails unless the data ends after that many bytes. */
  public void requireEnd(long end) throws AbiFault {
    if (end != size()) throw new AbiFault(size() + " bytes, where " + end + " are needed");
  }

  /** The number in a word, which must be there. */
  public UInt256 uint256(int word) {
    int at = start + word * WORD;
    if (words.getLong(at) == 0
        && words.getLong(at + 8) == 0
        && words.getLong(at + 16) == 0
        && words.getLong(at + 24) >= 0) {
      return UInt256.of(words.getLong(at + 24));
    }
    return new UInt256(new BigInteger(1, Arrays.copyOfRange(data, at, at + WORD)));
  }

  /** The number in a word, which must fit 64 bits; it may use the sign's. */
  public long uint64(int word, String what) throws AbiFault {
    int at = start + word * WORD;
    if ((words.getLong(at) | words.getLong(at + 8) | words.getLong(at + 16)) != 0) {
      throw new AbiFault(what + " does not fit 64 bits");
    }
    return words.getLong(at + 24);
  }

  /** A number that must be small enough to be a place or a length in these bytes. */
  public int count(int word, String what) throws AbiFault {
    long value = uint64(word, what);
    if (value < 0 || value > size()) {
      throw new AbiFault(
          what + " " + Long.toUnsignedString(value) + " in " + size() + " bytes of data");
    }
    return (int) value;
  }

  /** The address in a word. */
  public Address address(int word, String what) throws AbiFault {
    return address(data, start + word * WORD, what);
  }

  /** The address in the word at a byte. */
  public static Address address(byte[] data, int at, String what) throws AbiFault {
    ByteBuffer words = ByteBuffer.wrap(data);
    if ((words.getLong(at) | words.getInt(at + 8)) != 0) {
      throw new AbiFault(what + " does not fit 20 bytes");
    }
    return new Address(words.getLong(at + 12), words.getLong(at + 20), words.getInt(at + 28));
  }

  /** A word as it is. */
  public Hash32 bytes32(int word) {
    int at = start + word * WORD;
    return new Hash32(
        words.getLong(at), words.getLong(at + 8), words.getLong(at + 16), words.getLong(at + 24));
  }

  /** The array whose head lies in that word: its tail must begin at {@code tail}, in bytes. */
  public long[] int64Array(int head, int tail) throws AbiFault {
    requireTail(head, tail);
    int length = arrayLength(tail, WORD);
    long[] values = new long[length];
    int at = start + tail + WORD;
    for (int i = 0; i < length; i++, at += WORD) {
      long value = words.getLong(at + 24);
      long sign = value >> 63;
      if (words.getLong(at) != sign
          || words.getLong(at + 8) != sign
          || words.getLong(at + 16) != sign) {
        throw new AbiFault("element " + i + " does not fit 64 bits");
      }
      values[i] = value;
    }
    return values;
  }

  /** The bytes whose head lies in that word, padded with zeros to whole words. */
  public byte[] bytes(int head, int tail, int most) throws AbiFault {
    requireTail(head, tail);
    int length = arrayLength(tail, 1);
    if (length > most) throw new AbiFault(length + " bytes of text, at most " + most + " are read");
    int from = start + tail + WORD;
    int padded = (length + WORD - 1) / WORD * WORD;
    if (from + padded > data.length) throw new AbiFault("text ends within a word");
    for (int i = from + length; i < from + padded; i++) {
      if (data[i] != 0) throw new AbiFault("text is followed by dirty padding");
    }
    return Arrays.copyOfRange(data, from, from + length);
  }

  private void requireTail(int head, int tail) throws AbiFault {
    int offset = count(head, "offset");
    if (offset != tail) throw new AbiFault("offset " + offset + ", where " + tail + " is needed");
    if (size() < tail + WORD) throw new AbiFault("data ends before the array's length");
  }

  private int arrayLength(int tail, int elementBytes) throws AbiFault {
    int length = count(tail / WORD, "length");
    if ((long) length * elementBytes > size() - tail - WORD) {
      throw new AbiFault(
          "length " + length + ", with " + (size() - tail - WORD) + " bytes left for it");
    }
    return length;
  }

  /**
   * An unsigned number in a word.
   *
   * @throws AbiFault if it has more bits than those, or the data ends before it
   */
  public BigInteger unsigned(int word, int bits) {
    BigInteger value = new BigInteger(1, data, place(word), WORD);
    if (value.bitLength() > bits) throw new AbiFault("a number has more than " + bits + " bits");
    return value;
  }

  /**
   * A signed number in a word, in two's complement.
   *
   * @throws AbiFault if it has more bits than those, or the data ends before it
   */
  public BigInteger signed(int word, int bits) {
    BigInteger value = new BigInteger(data, place(word), WORD);
    if (value.bitLength() >= bits) throw new AbiFault("a number has more than " + bits + " bits");
    return value;
  }

  private int place(int word) {
    long at = start + (long) word * WORD;
    if (at < 0 || at + WORD > data.length) throw new AbiFault("the data ends too early");
    return (int) at;
  }

  /**
   * The array that the offset in a word points to, wherever in the data that is.
   *
   * @throws AbiFault if it is not within the data
   */
  public AbiArray array(int word) {
    BigInteger offset = unsigned(word, 256);
    if (offset.bitLength() > 31 || start + offset.longValue() > data.length) {
      throw new AbiFault("an offset points beyond the data");
    }
    AbiWords tail = new AbiWords(data, start + offset.intValue());
    BigInteger length = tail.unsigned(0, 256);
    int left = (tail.size() - WORD) / WORD;
    if (length.bitLength() > 31 || length.intValue() > left) {
      throw new AbiFault("an array is longer than the data");
    }
    return new AbiArray(new AbiWords(data, tail.start + WORD), length.intValue());
  }
}
