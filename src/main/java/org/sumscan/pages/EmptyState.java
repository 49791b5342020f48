package org.sumscan.pages;

/**
 * What is said where there is nothing to show: what is missing, and what to do.
 *
 * @param href where to go instead; empty for nowhere
 * @param action what that does
 */
record EmptyState(String title, String advice, String href, String action) {

  /** Words alone. */
  static EmptyState of(String title, String advice) {
    return new EmptyState(title, advice, "", "");
  }
}
