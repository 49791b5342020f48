package org.sumscan.pages;

/** A link to go on with, in a few words. */
record Link(String words, String href) {}
