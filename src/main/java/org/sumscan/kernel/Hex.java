package org.sumscan.kernel;

import java.util.HexFormat;

/** Hexadecimal text with a {@code 0x} in front, as nodes and wallets write bytes. */
public final class Hex {

  private static final HexFormat FORMAT = HexFormat.of();

  private Hex() {}

  /**
   * Reads {@code 0x} and an even number of hexadecimal digits, upper or lower case.
   *
   * @throws IllegalArgumentException if the text is anything else
   */
  public static byte[] bytes(String text) {
    if (!text.startsWith("0x")) {
      throw new IllegalArgumentException("not hexadecimal with 0x in front: " + clipped(text));
    }
    try {
      return FORMAT.parseHex(text, 2, text.length());
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "not an even number of hexadecimal digits: " + clipped(text), e);
    }
  }

  /**
   * Reads exactly {@code length} bytes.
   *
   * @throws IllegalArgumentException if the text is not hexadecimal or not of that length
   */
  static byte[] bytes(String text, int length) {
    if (text.length() != 2 + 2 * length) {
      throw new IllegalArgumentException(
          "expected 0x and " + 2 * length + " hexadecimal digits, got " + clipped(text));
    }
    return bytes(text);
  }

  /** Writes {@code 0x} and two lower-case digits a byte. */
  public static String text(byte[] bytes) {
    return "0x" + FORMAT.formatHex(bytes);
  }

  /** A piece of the text short enough for a message, with control characters taken out. */
  static String clipped(String text) {
    String head = text.length() <= 80 ? text : text.substring(0, 80) + "…";
    return head.replaceAll("\\p{Cntrl}", "?");
  }
}
