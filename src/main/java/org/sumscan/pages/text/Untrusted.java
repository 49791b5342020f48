package org.sumscan.pages.text;

import java.text.Normalizer;

/**
 * Text that anyone could have written into a contract, made fit to be shown: of one line, bounded,
 * without control characters, direction marks or towers of accents. Templates still escape it.
 */
public record Untrusted(String text, boolean shortened, boolean blank) {

  private static final int MOST_MARKS = 2;

  /**
   * Takes at most {@code limit} characters of a text; reads no further than it needs, so that a
   * huge one costs nothing.
   */
  public static Untrusted line(String raw, int limit) {
    String head = raw.length() > 8 * limit ? raw.substring(0, 8 * limit) : raw;
    StringBuilder kept = new StringBuilder();
    int characters = 0;
    int marks = 0;
    boolean more = head.length() < raw.length();
    String normal = Normalizer.normalize(head, Normalizer.Form.NFC);
    for (int i = 0; i < normal.length(); i += Character.charCount(normal.codePointAt(i))) {
      int point = normal.codePointAt(i);
      boolean space = Character.isWhitespace(point) || Character.isSpaceChar(point);
      boolean mark = isMark(point);
      marks = mark ? marks + 1 : 0;
      if (marks > MOST_MARKS || !space && isUnseen(point)) continue;
      if (space && (kept.isEmpty() || kept.charAt(kept.length() - 1) == ' ')) continue;
      if (!mark && characters == limit) {
        more = true;
        break;
      }
      kept.appendCodePoint(space ? ' ' : point);
      if (!mark) characters++;
    }
    String text = kept.toString().strip();
    return new Untrusted(more ? text + "…" : text, more, text.isEmpty());
  }

  /** The text, or other words where nothing visible is in it. */
  public String or(String otherwise) {
    return blank ? otherwise : text;
  }

  private static boolean isMark(int point) {
    int type = Character.getType(point);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }

  private static boolean isUnseen(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED ->
          true;
      default -> false;
    };
  }
}
