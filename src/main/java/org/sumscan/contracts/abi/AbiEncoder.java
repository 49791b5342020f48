package org.sumscan.contracts.abi;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.LongStream;
import org.sumscan.kernel.Address;
import org.sumscan.kernel.Hash32;
import org.sumscan.kernel.UInt256;
import org.sumscan.kernel.UInt64;
import org.web3j.crypto.Hash;

/**
 * Writes values as the contract ABI lays them out. A number is a {@code Long}, {@code UInt64},
 * {@code UInt256} or {@code BigInteger}, signed where it is below 0; {@code Address} and {@code
 * Hash32} are themselves; {@code byte[]} and {@code String} are {@code bytes} and {@code string};
 * {@code long[]} and {@code List} are arrays.
 */
public final class AbiEncoder {

  private static final int WORD = 32;
  private static final int SELECTOR = 4;

  private AbiEncoder() {}

  /**
   * A call of a function.
   *
   * @param signature name and types, such as {@code transfer(address,uint256)}
   * @throws IllegalArgumentException for an argument of another type than those above
   */
  public static byte[] call(String signature, Object... arguments) {
    return call(selector(signature), arguments);
  }

  /** A call of the function of a selector. */
  public static byte[] call(byte[] selector, Object... arguments) {
    byte[] encoded = encode(arguments);
    return ByteBuffer.allocate(SELECTOR + encoded.length).put(selector).put(encoded).array();
  }

  /** The four bytes by which a function is called. */
  public static byte[] selector(String signature) {
    return Arrays.copyOf(Hash.sha3(signature.getBytes(StandardCharsets.US_ASCII)), SELECTOR);
  }

  /**
   * The arguments of a constructor or function.
   *
   * @throws IllegalArgumentException for one of another type than those above
   */
  public static byte[] encode(Object... arguments) {
    return sequence(Arrays.asList(arguments));
  }

  /** First a word for each value, which is it or its offset; then what the offsets point to. */
  private static byte[] sequence(List<?> values) {
    ByteArrayOutputStream heads = new ByteArrayOutputStream();
    ByteArrayOutputStream tails = new ByteArrayOutputStream();
    for (Object value : values) {
      byte[] encoded = encoded(value);
      if (isDynamic(value)) {
        heads.writeBytes(word(values.size() * WORD + tails.size()));
        tails.writeBytes(encoded);
      } else {
        heads.writeBytes(encoded);
      }
    }
    heads.writeBytes(tails.toByteArray());
    return heads.toByteArray();
  }

  private static boolean isDynamic(Object value) {
    return value instanceof byte[]
        || value instanceof String
        || value instanceof long[]
        || value instanceof List<?>;
  }

  private static byte[] encoded(Object value) {
    return switch (value) {
      case Long number -> word(number);
      case UInt64 number -> unsigned(number.toBigInteger());
      case UInt256 number -> unsigned(number.value());
      case BigInteger number -> signed(number);
      case Hash32 hash -> hash.bytes();
      case Address address -> ByteBuffer.allocate(WORD).position(12).put(address.bytes()).array();
      case byte[] bytes -> padded(bytes);
      case String text -> padded(text.getBytes(StandardCharsets.UTF_8));
      case long[] numbers -> array(LongStream.of(numbers).boxed().toList());
      case List<?> values -> array(values);
      default ->
          throw new IllegalArgumentException("cannot encode a " + value.getClass().getSimpleName());
    };
  }

  private static byte[] array(List<?> values) {
    byte[] elements = sequence(values);
    return ByteBuffer.allocate(WORD + elements.length)
        .put(word(values.size()))
        .put(elements)
        .array();
  }

  /** With their length before and zeros behind, to whole words. */
  private static byte[] padded(byte[] bytes) {
    int words = (bytes.length + WORD - 1) / WORD;
    return ByteBuffer.allocate(WORD + words * WORD).put(word(bytes.length)).put(bytes).array();
  }

  private static byte[] word(long number) {
    ByteBuffer word = ByteBuffer.allocate(WORD);
    putSigned(word, number);
    return word.array();
  }

  private static byte[] unsigned(BigInteger number) {
    ByteBuffer word = ByteBuffer.allocate(WORD);
    putUnsigned(word, number);
    return word.array();
  }

  private static byte[] signed(BigInteger number) {
    if (number.bitLength() > 255) throw new IllegalArgumentException("a number of over 256 bits");
    return unsigned(number);
  }

  /** Writes a word in two's complement. */
  public static void putSigned(ByteBuffer target, long number) {
    long sign = number >> 63;
    target.putLong(sign).putLong(sign).putLong(sign).putLong(number);
  }

  /** Writes the lowest 256 bits of a number as a word. */
  public static void putUnsigned(ByteBuffer target, BigInteger number) {
    if (number.bitLength() < 64) {
      putSigned(target, number.longValue());
      return;
    }
    for (int shift = 192; shift >= 0; shift -= 64) {
      target.putLong(number.shiftRight(shift).longValue());
    }
  }
}
