package org.sumscan.ledger.sql;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.Hash32;

/** Writes rows in the binary form of PostgreSQL's COPY into memory. */
public final class BinaryCopy {

  private static final byte[] HEADER = {
    'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
  };
  private static final int INT8 = 20;
  private static final BigInteger TEN_THOUSAND = BigInteger.valueOf(10_000);

  private byte[] bytes;
  private int size;
  private long rows;

  /** With room for so many bytes at first. */
  public BinaryCopy(int expectedBytes) {
    bytes = new byte[Math.max(64, expectedBytes)];
    System.arraycopy(HEADER, 0, bytes, 0, HEADER.length);
    size = HEADER.length;
  }

  /** How many rows were begun. */
  public long rows() {
    return rows;
  }

  /** What has been written, with the end mark; nothing may be written after. */
  byte[] array() {
    return bytes;
  }

  int size() {
    return size;
  }

  /** Ends the last row, after which it can be sent. */
  public void end() {
    room(2);
    putShort(-1);
  }

  /** Begins a row of so many columns, which follow. */
  public void row(int columns) {
    room(2);
    putShort(columns);
    rows++;
  }

  void nothing() {
    room(4);
    putInt(-1);
  }

  /** A column {@code bigint}. */
  public void int8(long value) {
    room(12);
    putInt(8);
    putLong(value);
  }

  /** A column {@code integer}. */
  public void int4(int value) {
    room(8);
    putInt(4);
    putInt(value);
  }

  /** A column {@code boolean}. */
  public void bool(boolean value) {
    room(5);
    putInt(1);
    bytes[size++] = (byte) (value ? 1 : 0);
  }

  /** A column {@code text}. */
  public void text(String value) {
    bytea(value.getBytes(StandardCharsets.UTF_8));
  }

  /** A column {@code bytea}. */
  public void bytea(byte[] value) {
    bytea(value, value.length);
  }

  /** A column {@code bytea} of the first bytes. */
  public void bytea(byte[] value, int length) {
    room(4 + length);
    putInt(length);
    System.arraycopy(value, 0, bytes, size, length);
    size += length;
  }

  /** A column {@code bytea} of 32 bytes; null for none. */
  public void hash(@Nullable Hash32 value) {
    if (value == null) {
      nothing();
      return;
    }
    room(36);
    putInt(32);
    putHash(value);
  }

  /** A column {@code bytea} of so many hashes, one behind another. */
  public void hashes(Iterable<Hash32> values, int count) {
    room(4 + 32 * count);
    putInt(32 * count);
    for (Hash32 value : values) putHash(value);
  }

  /** A column {@code bytea} of 20 bytes. */
  public void address(Address value) {
    room(24);
    putInt(20);
    putLong(value.high());
    putLong(value.middle());
    putInt(value.low());
  }

  /** A column {@code bigint[]}. */
  public void bigints(long[] values) {
    int length = 20 + 12 * values.length;
    room(4 + length);
    if (values.length == 0) {
      putInt(12);
      putInt(0);
      putInt(0);
      putInt(INT8);
      return;
    }
    putInt(length);
    putInt(1);
    putInt(0);
    putInt(INT8);
    putInt(values.length);
    putInt(1);
    for (long value : values) {
      putInt(8);
      putLong(value);
    }
  }

  /** A whole number that is not negative, as groups of four decimal digits. */
  public void numeric(BigInteger value) {
    if (value.bitLength() < 63) {
      numeric(value.longValue());
      return;
    }
    short[] groups = new short[40];
    int count = 0;
    for (BigInteger rest = value; rest.signum() > 0; count++) {
      BigInteger[] parts = rest.divideAndRemainder(TEN_THOUSAND);
      groups[count] = parts[1].shortValue();
      rest = parts[0];
    }
    putNumeric(groups, count);
  }

  /** A column {@code numeric} of 64 bits, taken as an unsigned number. */
  public void numeric(long value) {
    if (value < 0) {
      numeric(new BigInteger(Long.toUnsignedString(value)));
      return;
    }
    short[] groups = new short[5];
    int count = 0;
    for (long rest = value; rest > 0; rest /= 10_000) groups[count++] = (short) (rest % 10_000);
    putNumeric(groups, count);
  }

  private void putNumeric(short[] groups, int count) {
    room(12 + 2 * count);
    putInt(8 + 2 * count);
    putShort(count);
    putShort(Math.max(0, count - 1));
    putShort(0);
    putShort(0);
    for (int i = count - 1; i >= 0; i--) putShort(groups[i]);
  }

  private void putHash(Hash32 value) {
    putLong(value.first());
    putLong(value.second());
    putLong(value.third());
    putLong(value.fourth());
  }

  private void room(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(size + more, bytes.length + bytes.length / 2));
    }
  }

  private void putShort(int value) {
    Bytes.SHORT.set(bytes, size, (short) value);
    size += 2;
  }

  private void putInt(int value) {
    Bytes.INT.set(bytes, size, value);
    size += 4;
  }

  private void putLong(long value) {
    Bytes.LONG.set(bytes, size, value);
    size += 8;
  }
}
