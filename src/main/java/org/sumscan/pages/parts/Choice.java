package org.sumscan.pages.parts;

/**
 * One of several values that a visitor can pick.
 *
 * @param value what a form sends
 * @param href what a link leads to; for a chosen one, to the page without it
 * @param count how many results it has; empty where that is not known
 */
public record Choice(String label, String value, String href, String count, boolean chosen) {

  /** One of a form's list. */
  public static Choice option(String label, String value, boolean chosen) {
    return new Choice(label, value, "", "", chosen);
  }
}
