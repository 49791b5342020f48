package org.sumscan.notes;

import java.text.Normalizer;
import java.util.regex.Pattern;

/** What someone wrote: one line of plain text without links. */
public record NoteText(String text) {

  /** The most characters, as Unicode counts them. */
  public static final int MOST = 280;

  /**
   * A scheme, or what browsers and readers take for a host: two words of letters with a dot between
   * and no blank. Judged after compatibility forms, so that a wide dot is a dot.
   */
  private static final Pattern LINK =
      Pattern.compile(
          "(?iu)[a-z][a-z0-9+.-]*:\\s*//|\\bwww\\.|\\bmailto:|\\bjavascript:|\\bdata:[a-z]"
              + "|[\\p{L}\\p{N}_-]\\.\\p{L}{2,}");

  private static final String DOTS = "[\u3002\uFF0E\uFF61\u2024]";

  /**
   * @throws IllegalArgumentException if it is empty or too long, holds characters that cannot be
   *     seen, or has a link in it; the message says so to its writer
   */
  public NoteText {
    text = Normalizer.normalize(text.strip(), Normalizer.Form.NFC);
    if (text.isEmpty()) throw new IllegalArgumentException("A note needs words.");
    if (text.codePointCount(0, text.length()) > MOST || text.length() > 2 * MOST) {
      throw new IllegalArgumentException("A note has at most " + MOST + " characters.");
    }
    if (!text.codePoints().allMatch(NoteText::isVisible)) {
      throw new IllegalArgumentException(
          "A note is one line of plain text: no line breaks, no control characters and none that"
              + " change the direction of writing.");
    }
    String compatible = Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll(DOTS, ".");
    if (LINK.matcher(compatible).find()) {
      throw new IllegalArgumentException(
          "A note has no links. If you meant none: put a blank after a full stop.");
    }
  }

  private static boolean isVisible(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.PRIVATE_USE,
          Character.UNASSIGNED,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          isJoiner(point);
      default -> true;
    };
  }

  /** Some scripts and emoji are not written without these. */
  private static boolean isJoiner(int point) {
    return point == 0x200C || point == 0x200D;
  }
}
