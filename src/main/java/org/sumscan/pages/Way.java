package org.sumscan.pages;

/** A link to go on with, in a few words. */
record Way(String words, String href) {}
