package org.sumscan.persistence;

/** Makes a stranger's text fit to be stored and shown: bounded, and without what cannot be seen. */
public final class ShownText {

  public static final int NAME = 200;
  public static final int DESCRIPTION = 4000;

  private static final int REPLACEMENT = 0xFFFD;

  private ShownText() {}

  /**
   * The text with every control character but line breaks and tabs, and every character that
   * changes the direction of writing, replaced by U+FFFD, and an ellipsis where it was cut.
   *
   * @param limit the most UTF-16 units that are kept, the ellipsis included
   */
  public static String of(String text, int limit) {
    StringBuilder shown = new StringBuilder(Math.min(text.length(), limit));
    int at = 0;
    while (at < text.length()) {
      int character = text.codePointAt(at);
      int next = at + Character.charCount(character);
      boolean last = next == text.length();
      if (shown.length() + Character.charCount(character) > (last ? limit : limit - 1)) {
        return shown.append('…').toString();
      }
      shown.appendCodePoint(isHarmless(character) ? character : REPLACEMENT);
      at = next;
    }
    return shown.toString();
  }

  private static boolean isHarmless(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL -> character == '\n' || character == '\t';
      case Character.SURROGATE -> false;
      case Character.FORMAT -> !isBidirectional(character);
      default -> true;
    };
  }

  private static boolean isBidirectional(int character) {
    return character == 0x061C
        || character >= 0x200E && character <= 0x200F
        || character >= 0x202A && character <= 0x202E
        || character >= 0x2066 && character <= 0x2069;
  }
}
