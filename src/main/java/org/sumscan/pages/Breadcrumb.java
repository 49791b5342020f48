package org.sumscan.pages;

/**
 * A step on the way to a page.
 *
 * @param href where it leads; empty for the page itself
 */
record Breadcrumb(String text, String href) {}
