package org.sumscan.accuracy;

import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * An accuracy as a stranger posted it: a number, or a string of one.
 *
 * @param json the number or string as JSON, at most 40 characters
 */
public record PostedFigure(String json) {

  private static final int MOST = 40;
  private static final Pattern NUMBER =
      Pattern.compile("-?[0-9]{1,20}(?:\\.[0-9]{1,20})?(?:[eE][+-]?[0-9]{1,2})?");

  /**
   * @throws IllegalArgumentException if it is neither, or too long
   */
  public PostedFigure {
    if (json.length() > MOST || !NUMBER.matcher(unquoted(json)).matches()) {
      throw new IllegalArgumentException("an accuracy is a number or a string of one");
    }
  }

  /** A number as it was written in JSON. */
  public static PostedFigure number(BigDecimal value) {
    return new PostedFigure(value.toString());
  }

  /** A string, which must hold a number. */
  public static PostedFigure text(String text) {
    return new PostedFigure('"' + text + '"');
  }

  /** Whether it came as a string. */
  public boolean isText() {
    return json.startsWith("\"");
  }

  /** The number as it was written. */
  public String written() {
    return unquoted(json);
  }

  private static String unquoted(String json) {
    boolean quoted = json.length() >= 2 && json.startsWith("\"") && json.endsWith("\"");
    return quoted ? json.substring(1, json.length() - 1) : json;
  }
}
