package org.sumscan.testing;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.sumscan.kernel.Address;
import org.web3j.crypto.Hash;

/**
 * The ABI encoding of calls, from plain objects: numbers and addresses are words, lists are dynamic
 * arrays, texts and bytes themselves, and a {@link Struct} is a tuple with dynamic parts.
 */
public final class Abi {

  private static final int WORD = 32;

  private Abi() {}

  /** A tuple that has at least one dynamic part. */
  public record Struct(List<Object> parts) {}

  /** A call of a function. */
  public static byte[] call(String signature, Object... arguments) {
    return joined(selector(signature), tuple(List.of(arguments)));
  }

  /** The four bytes that name a function or an error. */
  public static byte[] selector(String signature) {
    return Arrays.copyOf(Hash.sha3(signature.getBytes(StandardCharsets.US_ASCII)), 4);
  }

  /** The arguments of a constructor or a function. */
  public static byte[] tuple(List<?> parts) {
    ByteArrayOutputStream heads = new ByteArrayOutputStream();
    ByteArrayOutputStream tails = new ByteArrayOutputStream();
    for (Object part : parts) {
      if (part instanceof Number number) {
        heads.writeBytes(word(integer(number)));
      } else if (part instanceof Address address) {
        heads.writeBytes(word(new BigInteger(1, address.bytes())));
      } else {
        heads.writeBytes(word(BigInteger.valueOf((long) WORD * parts.size() + tails.size())));
        tails.writeBytes(dynamic(part));
      }
    }
    return joined(heads.toByteArray(), tails.toByteArray());
  }

  private static byte[] dynamic(Object part) {
    return switch (part) {
      case Struct struct -> tuple(struct.parts());
      case List<?> list -> joined(word(BigInteger.valueOf(list.size())), tuple(list));
      case String text -> dynamic(text.getBytes(StandardCharsets.UTF_8));
      case byte[] bytes ->
          joined(
              word(BigInteger.valueOf(bytes.length)),
              Arrays.copyOf(bytes, (bytes.length + WORD - 1) / WORD * WORD));
      default -> throw new IllegalArgumentException("no way to encode " + part.getClass());
    };
  }

  private static BigInteger integer(Number number) {
    return number instanceof BigInteger big ? big : BigInteger.valueOf(number.longValue());
  }

  private static byte[] word(BigInteger value) {
    byte[] bytes = value.mod(BigInteger.ONE.shiftLeft(256)).toByteArray();
    byte[] word = new byte[WORD];
    int length = Math.min(bytes.length, WORD);
    System.arraycopy(bytes, bytes.length - length, word, WORD - length, length);
    return word;
  }

  /** One after the other. */
  public static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
