package org.sumscan.pages.links;

/** A link to go on with, in a few words. */
public record Link(String words, String href) {}
