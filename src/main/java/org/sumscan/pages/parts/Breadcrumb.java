package org.sumscan.pages.parts;

/**
 * A step on the way to a page.
 *
 * @param href where it leads; empty for the page itself
 */
public record Breadcrumb(String text, String href) {}
