package org.sumscan.pages.parts;

/**
 * What is said where there is nothing to show: what is missing, and what to do.
 *
 * @param href where to go instead; empty for nowhere
 * @param action what that does
 */
public record EmptyState(String title, String advice, String href, String action) {

  /** Words alone. */
  public static EmptyState of(String title, String advice) {
    return new EmptyState(title, advice, "", "");
  }
}
