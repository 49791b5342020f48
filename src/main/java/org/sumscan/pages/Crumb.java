package org.sumscan.pages;

/**
 * A step on the way to a page.
 *
 * @param href where it leads; empty for the page itself
 */
record Crumb(String text, String href) {}
