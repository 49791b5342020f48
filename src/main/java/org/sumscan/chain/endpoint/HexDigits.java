package org.sumscan.chain.endpoint;

import java.util.Arrays;
import tools.jackson.core.JsonParser;

/** Reads hexadecimal text straight out of a parser's buffer. */
public final class HexDigits {

  private static final byte[] VALUES = new byte[128];

  static {
    Arrays.fill(VALUES, (byte) -1);
    for (int i = 0; i < 10; i++) VALUES['0' + i] = (byte) i;
    for (int i = 0; i < 6; i++) {
      VALUES['a' + i] = (byte) (10 + i);
      VALUES['A' + i] = (byte) (10 + i);
    }
  }

  /** The bytes of {@code 0x…}, two digits each. */
  public byte[] bytes(JsonParser parser) {
    char[] text = parser.getStringCharacters();
    int from = parser.getStringOffset();
    int length = parser.getStringLength();
    requirePrefix(text, from, length);
    if ((length & 1) != 0) throw new IllegalArgumentException("an odd number of digits");
    byte[] bytes = new byte[(length - 2) / 2];
    for (int i = 0, at = from + 2; i < bytes.length; i++, at += 2) {
      bytes[i] = (byte) (digit(text[at]) << 4 | digit(text[at + 1]));
    }
    return bytes;
  }

  /** The number {@code 0x…}, at most 15 digits. */
  public long quantity(JsonParser parser) {
    char[] text = parser.getStringCharacters();
    int from = parser.getStringOffset();
    int length = parser.getStringLength();
    requirePrefix(text, from, length);
    if (length < 3 || length > 17) throw new IllegalArgumentException("not a small number");
    long number = 0;
    for (int at = from + 2; at < from + length; at++) number = number << 4 | digit(text[at]);
    return number;
  }

  private static void requirePrefix(char[] text, int from, int length) {
    if (length < 2 || text[from] != '0' || text[from + 1] != 'x') {
      throw new IllegalArgumentException("no hexadecimal text");
    }
  }

  private static int digit(char character) {
    int value = character < 128 ? VALUES[character] : -1;
    if (value < 0) throw new IllegalArgumentException("no hexadecimal digit");
    return value;
  }
}
