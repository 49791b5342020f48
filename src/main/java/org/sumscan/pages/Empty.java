package org.sumscan.pages;

/**
 * What is said where there is nothing to show: what is missing, and what to do.
 *
 * @param href where to go instead; empty for nowhere
 * @param action what that does
 */
record Empty(String title, String advice, String href, String action) {

  /** Words alone. */
  static Empty of(String title, String advice) {
    return new Empty(title, advice, "", "");
  }
}
